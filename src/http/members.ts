import { GraphQLError } from 'graphql';
import type { Role } from '../access/role.js';
import type { Viewer } from '../access/viewer.js';
import { canonicalEmail } from '../acts/canonical-email.js';
import type { Database } from '../database/database.js';
import { systemSession } from '../database/session.js';
import { unauthenticated } from '../graphql/errors.js';

/** What somebody or something does for one partner. */
export interface Membership {
  readonly id: string;
  readonly partner_id: string;
  /** The partner's short name, and the one that people know. */
  readonly slug: string;
  readonly partner: string;
  readonly role: Role;
  readonly may_write: boolean;
}

const membership = 'm.id, m.partner_id, p.slug, p.name as partner, m.role, m.may_write';
const inForce = `select ${membership} from member m join partner p on p.id = m.partner_id
  where m.deactivated_at is null`;
const texts = {
  PERSON: `${inForce} and m.kind = 'PERSON' and m.subject = $1 order by p.slug`,
  MACHINE: `${inForce} and m.kind = 'MACHINE' and m.client_id = $1`,
} as const;

/** The memberships in force of a person, by subject, or of a machine, by client id. */
export async function membershipsOf(
  { reader }: Database,
  kind: keyof typeof texts,
  name: string,
): Promise<Membership[]> {
  const [found = []] = await reader.read<Membership>(systemSession, [{ text: texts[kind], values: [name] }]);
  return found;
}

/**
 * The one membership that is meant: that at the partner named, or the only one.
 * @throws UNAUTHENTICATED when there is none; PARTNER_REQUIRED when there are several and none is named
 */
export function chosen(memberships: readonly Membership[], partner: unknown): Membership {
  const [first, ...more] = memberships.filter((it) => partner === undefined || it.slug === partner);
  if (!first) throw unauthenticated('You are not a member of a partner of this hub.');
  if (more.length === 0) return first;
  throw new GraphQLError('You work for several partners: say for which one, with x-hub-partner.', {
    extensions: {
      code: 'PARTNER_REQUIRED',
      partners: memberships.map((it) => it.slug),
      http: { status: 400 },
    },
  });
}

/** Who asks, by a membership. */
export function viewerOf(member: Membership, mayWrite: boolean, subject: string | undefined): Viewer {
  return {
    memberId: member.id,
    partnerId: member.partner_id,
    role: member.role,
    mayWrite: mayWrite && member.may_write,
    subject,
  };
}

/** Lets a person whose address is proven take up the invitations that were sent to it. */
export async function takeUpInvitations(database: Database, email: string, subject: string): Promise<void> {
  const address = canonicalEmail(email);
  if (address === undefined) return;
  await database.write(systemSession, (em) =>
    em.execute(
      `update member m set subject = ? where m.email = ?
        and m.subject is null and m.kind = 'PERSON' and m.deactivated_at is null
        and not exists (select from member o where o.subject = ? and o.partner_id = m.partner_id)`,
      [subject, address, subject],
    ),
  );
}
