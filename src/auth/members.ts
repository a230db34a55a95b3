import { GraphQLError } from 'graphql';
import type { Role } from '../access/role.js';
import type { Viewer } from '../access/viewer.js';
import type { Database } from '../database/database.js';
import { systemRole } from '../database/database-role.js';
import { unauthenticated } from '../graphql/errors.js';

/** A person or a machine as an identity provider knows it, whatever it may do in the hub. */
export interface Account {
  readonly kind: 'PERSON' | 'MACHINE';
  /** A person's subject; a machine's client id. */
  readonly name: string;
  /** A person's e-mail address, when the provider has verified it. */
  readonly email?: string | undefined;
}

/** What an account does for one partner, in one role. */
export interface Membership {
  readonly id: string;
  readonly partner_id: string;
  /** The partner's short name, and the one that people know. */
  readonly slug: string;
  readonly partner: string;
  readonly role: Role;
  readonly may_write: boolean;
}

/** An account, what it may be in the hub, and until when what named it holds, in seconds since 1970. */
export interface Asked {
  readonly account: Account;
  readonly memberships: readonly Membership[];
  readonly expires: number;
  /** Whether what named it allows acts. */
  readonly mayWrite: boolean;
  /** The session of a browser, if it was that, and the id of the membership that was chosen for it. */
  readonly session?: string;
  readonly remembered?: string | null;
}

/** Which membership a request means: what it says of it, unchecked. */
export interface Wanted {
  /** The partner's short name. */
  readonly partner?: unknown;
  readonly role?: unknown;
}

/** The memberships of an account that are in force. */
export async function membershipsOf(
  { reader }: Database,
  { kind, name }: Pick<Account, 'kind' | 'name'>,
): Promise<Membership[]> {
  const [found = []] = await reader.read<Membership>(systemRole, [
    {
      text: `select m.id, m.partner_id, p.slug, p.name as partner, m.role, m.may_write
        from member m join partner p on p.id = m.partner_id
        where m.kind = $1::text::member_kind and m.subject = $2 and m.deactivated_at is null order by p.slug, m.role`,
      values: [kind, name],
    },
  ]);
  return found;
}

/**
 * The one membership that is meant: that at the partner and in the role named, or the only one.
 * @param remembered the id of the one that was chosen for a session; taken where the request leaves several
 * @throws UNAUTHENTICATED when there is none; PARTNER_REQUIRED or ROLE_REQUIRED when there are several
 */
export function chosen(
  memberships: readonly Membership[],
  { partner, role }: Wanted,
  remembered?: string | null,
): Membership {
  const fitting = memberships.filter(
    (it) => (partner === undefined || it.slug === partner) && (role === undefined || it.role === role),
  );
  const [first, ...more] = fitting;
  if (!first) throw unauthenticated('You are not a member of a partner of this hub.');
  if (more.length === 0) return first;
  const kept = fitting.find(({ id }) => id === remembered);
  if (kept) return kept;
  if (more.some(({ slug }) => slug !== first.slug)) {
    throw required(
      'PARTNER_REQUIRED',
      'You work for several partners: say for which one, with x-hub-partner.',
      {
        partners: [...new Set(fitting.map(({ slug }) => slug))],
      },
    );
  }
  throw required(
    'ROLE_REQUIRED',
    'You have several roles at this partner: say in which one, with x-hub-role.',
    {
      roles: fitting.map((it) => it.role),
    },
  );
}

function required(code: string, message: string, choices: object): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...choices, http: { status: 400 } } });
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
