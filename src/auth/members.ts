import type { Role } from '../access/role.js';
import type { Viewer } from '../access/viewer.js';
import type { Database } from '../database/database.js';
import { systemRole } from '../database/database-role.js';
import { ClientError, unauthenticated } from '../graphql/errors.js';
import type { Text } from '../i18n.js';

/** A person or a machine as the identity provider knows it, with or without a membership in the hub. */
export interface Account {
  readonly kind: 'PERSON' | 'MACHINE';
  /** A person's subject; a machine's client id. */
  readonly name: string;
  /** A person's e-mail address, when the provider has verified it. */
  readonly email?: string | undefined;
}

/** The membership of an account at one partner, in one role. */
export interface Membership {
  readonly id: string;
  readonly partner_id: string;
  /** The partner's short name (`slug`) and display name (`partner`). */
  readonly slug: string;
  readonly partner: string;
  readonly role: Role;
  readonly may_write: boolean;
}

/** An account with its memberships, as its token or session authenticates it. */
export interface AuthenticatedAccount {
  readonly account: Account;
  readonly memberships: readonly Membership[];
  /** When the token or the session expires, in seconds since 1970. */
  readonly expires: number;
  /** Whether the token or the session allows mutations. */
  readonly mayWrite: boolean;
  /** The id of the browser session, if there is one, and the id of the membership that was chosen for it. */
  readonly session?: string;
  readonly remembered?: string | null;
}

/** The membership that a request asks for, not yet checked. */
export interface MembershipChoice {
  /** The partner's short name. */
  readonly partner?: unknown;
  readonly role?: unknown;
}

/** Returns the active memberships of an account. */
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
 * Chooses the membership of a request: the one at the requested partner and in the requested role, or the only one.
 * @param remembered the id of the membership chosen for a session; used when several memberships match the request
 * @throws UNAUTHENTICATED when no membership matches; PARTNER_REQUIRED or ROLE_REQUIRED when several match
 */
export function chooseMembership(
  memberships: readonly Membership[],
  { partner, role }: MembershipChoice,
  remembered?: string | null,
): Membership {
  const fitting = memberships.filter(
    (it) => (partner === undefined || it.slug === partner) && (role === undefined || it.role === role),
  );
  const [first, ...more] = fitting;
  if (!first)
    throw unauthenticated({
      fr: 'Vous n’êtes membre d’aucun partenaire de cette plateforme : demandez une invitation à votre administrateur.',
      en: 'You are not a member of a partner of this hub: ask your administrator for an invitation.',
    });
  if (more.length === 0) return first;
  const kept = fitting.find(({ id }) => id === remembered);
  if (kept) return kept;
  if (more.some(({ slug }) => slug !== first.slug)) {
    throw required(
      'PARTNER_REQUIRED',
      {
        fr: 'Vous travaillez pour plusieurs partenaires : choisissez-en un par l’en-tête x-hub-partner.',
        en: 'You work for several partners: choose one with the header x-hub-partner.',
      },
      {
        partners: [...new Set(fitting.map(({ slug }) => slug))],
      },
    );
  }
  throw required(
    'ROLE_REQUIRED',
    {
      fr: 'Vous avez plusieurs rôles chez ce partenaire : choisissez-en un par l’en-tête x-hub-role.',
      en: 'You have several roles at this partner: choose one with the header x-hub-role.',
    },
    {
      roles: fitting.map((it) => it.role),
    },
  );
}

function required(code: string, text: Text, choices: object): ClientError {
  return new ClientError(text, { code, ...choices, http: { status: 400 } });
}

/** Returns the viewer for a membership. */
export function viewerOf(member: Membership, mayWrite: boolean, subject: string | undefined): Viewer {
  return {
    memberId: member.id,
    partnerId: member.partner_id,
    role: member.role,
    mayWrite: mayWrite && member.may_write,
    subject,
  };
}
