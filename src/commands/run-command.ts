import { createHmac } from 'node:crypto';
import type { Role } from '../access/role.js';
import { databaseRoleOf, type Viewer } from '../access/viewer.js';
import type { Context } from '../context.js';
import { endTransaction } from '../database/orm-driver.js';
import { commandTimedOut, isCanceled, readOnly } from '../graphql/errors.js';
import type { ActsOn } from './acts-on.js';
import { Command, type CommandResult, type Shown } from './command.js';
import type { CommandDefinition } from './define-command.js';
import { IdempotencyKey } from './idempotency-key.js';
import { validateInput } from './input-rules.js';
import { notFound, type Reason, Refusal, refusal } from './refusal.js';
import { type Moment, momentColumns } from './system-command.js';
import { tooEarly } from './too-early.js';

/** The result stored under the idempotency key: the shown object, or a committed refusal. */
type StoredResult = { readonly id: Shown } | { readonly refused: readonly Reason[] };

/**
 * Validates the input and runs a command in one transaction, with its events.
 * With an `idempotencyKey` in the input, a repeated call returns the first result; a call during the first one
 * waits for it. A refusal rolls back and leaves the key unused, unless it is committed.
 * @throws READ_ONLY when the viewer may not run commands at all; UNAVAILABLE when a statement times out
 */
export async function runCommand<Input extends object, Prepared>(
  definition: CommandDefinition<Input, Prepared>,
  context: Context,
  input: Input,
): Promise<CommandResult> {
  if (!context.viewer.mayWrite) throw readOnly();
  let once: Command['once'] = {};
  let topics: Command['topics'] = new Set();
  try {
    validateInput(input);
    const prepared = (await definition.prepare?.(context, input)) as Prepared;
    const result = await context.database.write(databaseRoleOf(context.viewer), async (em) => {
      const command = new Command(em, context);
      ({ once, topics } = command);
      const work = async () => {
        checkRole(definition, context.viewer);
        return definition.run(command, input, prepared);
      };
      const { idempotencyKey: key } = input as { idempotencyKey?: string };
      if (key === undefined) return resultOf(work());
      return underKey(command, { command: definition.name, key }, digestOf(input, context.secret), work);
    });
    if ('refused' in result) throw new Refusal(result.refused);
    context.feed.wake(topics);
    return { id: result.id, userErrors: [], once };
  } catch (thrown) {
    if (isCanceled(thrown)) throw commandTimedOut();
    const error = tooEarly(thrown, input) ?? thrown;
    if (!(error instanceof Refusal)) throw error;
    const userErrors = error.reasons.map(({ code, text, path, passages = [] }) => ({
      code,
      message: text[context.language],
      path: [...path],
      passages,
    }));
    return { id: error.shows ?? null, userErrors, once: {} };
  }
}

function checkRole(
  { roles, on }: { readonly roles?: readonly Role[]; readonly on: ActsOn | null },
  { role }: Viewer,
): void {
  if (roles && !roles.includes(role)) throw notFound(on?.field ?? '');
}

/** Does the work if the key is unused; otherwise returns the result stored under it. */
async function underKey(
  running: Command,
  { command: name, key }: Pick<IdempotencyKey, 'command' | 'key'>,
  digest: string,
  work: () => Promise<Shown>,
): Promise<StoredResult> {
  const { em, viewer } = running;
  const [taken] = (await em.execute(
    `insert into idempotency_key (member_id, command, key, input) values (?, ?, ?, ?) on conflict do nothing
      returning ${momentColumns}`,
    [viewer.memberId, name, key, digest],
  )) as [Moment?];
  if (!taken) {
    const first = await em.findOneOrFail(IdempotencyKey, { memberId: viewer.memberId, command: name, key });
    if (first.input === digest) return first.outcome as StoredResult;
    throw refusal('IDEMPOTENCY_CONFLICT', 'idempotencyKey', {
      fr: 'Cette clé a déjà servi pour une autre demande : utilisez une nouvelle clé.',
      en: 'This key was already used with another input: use a new key.',
    });
  }
  running.begin(taken);
  const given = await resultOf(work());
  endTransaction(em);
  await em.execute('update idempotency_key set outcome = ? where member_id = ? and command = ? and key = ?', [
    JSON.stringify(given),
    viewer.memberId,
    name,
    key,
  ]);
  return given;
}

async function resultOf(work: Promise<Shown>): Promise<StoredResult> {
  try {
    return { id: await work };
  } catch (error) {
    if (!(error instanceof Refusal && error.committed)) throw error;
    return { refused: error.reasons };
  }
}

/**
 * A digest that identifies an input. Keyed, because a plain digest of a name and a birth date could be reversed by
 * trying all values. An input with a null field differs from one without the field, because some commands
 * distinguish them.
 */
function digestOf(input: object, secret: string): string {
  const text = JSON.stringify(input);
  return createHmac('sha256', secret).update(`idempotency key\n${text}`).digest('base64url');
}
