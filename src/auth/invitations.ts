import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Role } from '../access/role.js';
import { canonicalEmail } from '../commands/canonical-email.js';
import type { Database } from '../database/database.js';
import { systemRole } from '../database/database-role.js';
import { emitAsSystem } from '../events/outbox.js';
import { idPrefix, parseId } from '../graphql/ids.js';
import { type Account, membershipsOf } from './members.js';
import type { SignIn } from './sign-in.js';

/** What a partner asks an account to become. */
interface Invitation {
  readonly id: string;
  /** The partner's short name, and the one that people know. */
  readonly slug: string;
  readonly partner: string;
  readonly role: Role;
}

/** An invitation is the membership that it offers. */
const memberPrefix = idPrefix('Member');

const body = {
  type: 'object',
  required: ['invitation'],
  properties: { invitation: { type: 'string', maxLength: 100 } },
} as const;

/**
 * Invitations, which change nothing for an account until it accepts: `GET /auth/session` (which memberships and
 * invitations the account has), `POST /auth/accept` and `POST /auth/decline` with `{"invitation": …}`. They take
 * the token or the session that signs the account in, also when it is a member of no partner yet.
 */
export function invitationRoutes(app: FastifyInstance, database: Database, signIn: SignIn): void {
  app.get('/auth/session', async ({ headers, method }) => {
    const { account, memberships, remembered } = await signIn.account({ headers, method });
    return {
      memberships: memberships.map(({ id, slug, partner, role }) => ({
        slug,
        partner,
        role,
        chosen: memberships.length === 1 || id === remembered,
      })),
      invitations: await invitationsOf(database, account),
    };
  });
  const answering = (path: string, answer: (account: Account, id: string) => Promise<Answered>) =>
    app.post<{ Body: { invitation: string } }>(path, { schema: { body } }, async (request, reply) => {
      const { account } = await signIn.account(request);
      const outcome = await answer(account, request.body.invitation);
      return outcome === 'done' ? reply.code(204).send() : refused(reply, outcome);
    });
  answering('/auth/accept', (account, id) => accept(database, account, id));
  answering('/auth/decline', (account, id) => decline(database, account, id));
}

/** Whether an account is a member of a partner, or invited to be one. */
export async function mayBeSomebody(database: Database, account: Account): Promise<boolean> {
  const all = await Promise.all([membershipsOf(database, account), invitationsOf(database, account)]);
  return all.some(({ length }) => length > 0);
}

type Answered = 'done' | keyof typeof refusals;

const refusals = {
  absent: [404, 'There is no such invitation, or it was answered already.'],
  taken: [
    409,
    'You are that already: you have this role at this partner, or this machine acts for a partner.',
  ],
} as const;

function refused(reply: FastifyReply, why: keyof typeof refusals): FastifyReply {
  const [status, message] = refusals[why];
  const code = why === 'absent' ? 'NOT_FOUND' : 'CONFLICT';
  return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
}

/** Whether an invitation is open, and the account's: by a verified address, or by a machine's client id. */
const openFor = (kind: string, known: string) =>
  `m.subject is null and m.deactivated_at is null and m.kind = ${kind}::text::member_kind
    and case m.kind when 'PERSON' then lower(m.email) else m.client_id end = ${known}`;

function openTo({ kind, name, email }: Account): string[] {
  // No address is empty.
  return [kind, kind === 'MACHINE' ? name : (canonicalEmail(email ?? '') ?? '')];
}

async function invitationsOf({ reader }: Database, account: Account): Promise<Invitation[]> {
  const [found = []] = await reader.read<Invitation>(systemRole, [
    {
      text: `select '${memberPrefix}' || m.id as id, p.slug, p.name as partner, m.role
        from member m join partner p on p.id = m.partner_id
        where ${openFor('$1', '$2')} order by p.slug, m.role`,
      values: openTo(account),
    },
  ]);
  return found;
}

async function accept(database: Database, account: Account, id: string): Promise<Answered> {
  try {
    return await answered(database, account, id, 'JOINED', 'subject = ?', [account.name]);
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException) return 'taken';
    throw error;
  }
}

function decline(database: Database, account: Account, id: string): Promise<Answered> {
  return answered(database, account, id, 'DECLINED', 'deactivated_at = now()', []);
}

/** Writes the answer down, and tells the partner. */
async function answered(
  database: Database,
  account: Account,
  id: string,
  kind: 'JOINED' | 'DECLINED',
  change: string,
  values: readonly string[],
): Promise<Answered> {
  const { prefix, uuid } = parseId(id) ?? {};
  if (uuid === undefined || prefix !== memberPrefix) return 'absent';
  return database.write(systemRole, async (em) => {
    const [member] = await em.execute<{ id: string; partner_id: string }[]>(
      `update member m set ${change} where m.id = ? and ${openFor('?', '?')} returning m.id, m.partner_id`,
      [...values, uuid, ...openTo(account)],
    );
    if (!member) return 'absent';
    const { id: subject, partner_id: partner } = member;
    await emitAsSystem(em, [{ partner, topic: 'MEMBER', kind, subject }]);
    return 'done';
  });
}
