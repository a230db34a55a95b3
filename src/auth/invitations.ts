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

/** An invitation of an account to a membership. */
interface Invitation {
  readonly id: string;
  /** The partner's short name (`slug`) and display name (`partner`). */
  readonly slug: string;
  readonly partner: string;
  readonly role: Role;
}

/** The id of an invitation is the id of the member that it creates. */
const memberPrefix = idPrefix('Member');

const body = {
  type: 'object',
  required: ['invitation'],
  properties: { invitation: { type: 'string', maxLength: 100 } },
} as const;

/**
 * Routes for invitations. An invitation changes nothing for an account until the account accepts it.
 * - `GET /auth/session` lists the memberships and invitations of the account.
 * - `POST /auth/accept` and `POST /auth/decline`, with `{"invitation": …}`, answer an invitation.
 *
 * All of them need the token or the session of the account, and also work before the account is a member of a partner.
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
  const answerRoute = (path: string, answer: (account: Account, id: string) => Promise<AnswerResult>) =>
    app.post<{ Body: { invitation: string } }>(path, { schema: { body } }, async (request, reply) => {
      const { account } = await signIn.account(request);
      const outcome = await answer(account, request.body.invitation);
      if (outcome !== 'done') return sendRefusal(reply, outcome);
      // The account reads its own answer at once, also before the database has notified this hub.
      signIn.forget();
      return reply.code(204).send();
    });
  answerRoute('/auth/accept', (account, id) => accept(database, account, id));
  answerRoute('/auth/decline', (account, id) => decline(database, account, id));
}

/** Whether an account has a membership or an invitation. */
export async function hasMembershipOrInvitation(database: Database, account: Account): Promise<boolean> {
  const all = await Promise.all([membershipsOf(database, account), invitationsOf(database, account)]);
  return all.some(({ length }) => length > 0);
}

type AnswerResult = 'done' | keyof typeof refusals;

const refusals = {
  absent: [
    404,
    'There is no such invitation, or it has already been answered. GET /auth/session lists your open invitations.',
  ],
  taken: [409, 'You already have this role at this partner, or this machine already acts for a partner.'],
} as const;

function sendRefusal(reply: FastifyReply, why: keyof typeof refusals): FastifyReply {
  const [status, message] = refusals[why];
  const code = why === 'absent' ? 'NOT_FOUND' : 'CONFLICT';
  return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
}

/** SQL condition: the invitation is open and belongs to the account, by a verified address or by a machine's client id. */
const openFor = (kind: string, known: string) =>
  `m.subject is null and m.deactivated_at is null and m.kind = ${kind}::text::member_kind
    and case m.kind when 'PERSON' then lower(m.email) else m.client_id end = ${known}`;

function openTo({ kind, name, email }: Account): string[] {
  // An account without a verified address matches no invitation: no stored address is empty.
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

async function accept(database: Database, account: Account, id: string): Promise<AnswerResult> {
  try {
    return await storeAnswer(database, account, id, 'JOINED', 'subject = ?', [account.name]);
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException) return 'taken';
    throw error;
  }
}

function decline(database: Database, account: Account, id: string): Promise<AnswerResult> {
  return storeAnswer(database, account, id, 'DECLINED', 'deactivated_at = now()', []);
}

/** Stores the answer to an invitation, and emits an event for the partner. */
async function storeAnswer(
  database: Database,
  account: Account,
  id: string,
  kind: 'JOINED' | 'DECLINED',
  change: string,
  values: readonly string[],
): Promise<AnswerResult> {
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
