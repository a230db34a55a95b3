import { createHmac } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../access/context.js';
import type { SharingScope } from '../access/scope.js';
import { databaseRoleOf, type Viewer } from '../access/viewer.js';
import { systemRole } from '../database/database-role.js';
import { readOnly } from '../graphql/errors.js';
import { idPrefix, parseId } from '../graphql/ids.js';
import type { Node } from '../graphql/node.js';
import { IdempotencyKey } from './idempotency-key.js';
import { validateInput } from './input-rules.js';
import { notFound, type Reason, Refusal, refusal, type UserError } from './refusal.js';
import { locked, SystemCommand } from './system-command.js';
import { tooEarly } from './too-early.js';

/** The key of the object that an act was about, or the keys where it shows several. */
export type Shown = string | readonly string[];

/** What a payload is made from: what it shows, if the act was done, and why it was refused. */
export interface CommandResult {
  readonly id: Shown | null;
  readonly userErrors: UserError[];
}

/** What an act that commits has come to, as its key remembers it: what it shows, or a refusal that stands. */
type StoredResult = { readonly id: Shown } | { readonly refused: readonly Reason[] };

/** An act under way: one transaction under the viewer's rights. */
export class Command extends SystemCommand {
  constructor(
    em: EntityManager,
    override readonly viewer: Viewer,
  ) {
    super(em, viewer);
  }

  /**
   * The object with this id, read under the viewer's rights; with `lock`, kept from other acts.
   * @param fields the properties to read; all unless said otherwise
   * @throws Refusal NOT_FOUND when it is absent or not for the viewer
   */
  async find<Type extends Node>(
    type: abstract new () => Type,
    id: string,
    field: string,
    lock = false,
    fields?: readonly (keyof Type & string)[],
  ): Promise<Type> {
    const parsed = parseId(id);
    const found =
      parsed?.prefix === idPrefix(type.name) &&
      (await this.em.findOne(
        type as never,
        { id: parsed.uuid } as never,
        { ...(lock && locked), ...(fields && { fields }) } as never,
      ));
    if (!found) throw notFound(field);
    if (lock) await this.assignTransactionId();
    return found as Type;
  }

  /** How far the viewer's partner may see a person now; undefined when not at all. */
  async scopeOf(personId: string): Promise<SharingScope | undefined> {
    const [{ scope }] = (await this.em.execute('select access.scope(?) as scope', [personId])) as [
      { scope: SharingScope | null },
    ];
    return scope ?? undefined;
  }

  /** Does a part of the act as the hub itself: what the viewer's own rights do not reach. */
  async asSystem(work: () => Promise<void>): Promise<void> {
    await this.em.flush();
    await this.em.execute(`set local role ${systemRole.role}`);
    await work();
    await this.em.flush();
    await this.em.execute(`set local role ${databaseRoleOf(this.viewer).role}`);
  }
}

/**
 * Carries out an act in one transaction: checks the input's rules, does the work, writes what it told.
 * With an `idempotencyKey` in the input, a repeated call returns the first outcome, and a call that
 * comes while the first is under way waits for it. A refusal rolls back and leaves the key free, unless it
 * stands.
 * @param work does the act and returns the key of the payload's object, or of its objects
 * @throws READ_ONLY when the viewer may not act at all
 */
export async function runCommand<Input extends object>(
  context: Context,
  name: string,
  input: Input,
  work: (command: Command, input: Input) => Promise<Shown>,
): Promise<CommandResult> {
  if (!context.viewer.mayWrite) throw readOnly();
  try {
    await validateInput(input);
    const given = await context.database.write(databaseRoleOf(context.viewer), async (em) => {
      const command = new Command(em, context.viewer);
      const { idempotencyKey: key } = input as { idempotencyKey?: string };
      if (key === undefined) return outcomeOf(work(command, input));
      return once(command, { act: name, key }, digestOf(input, context.secret), () => work(command, input));
    });
    if ('refused' in given) throw new Refusal(given.refused);
    context.feed.wake();
    return { id: given.id, userErrors: [] };
  } catch (thrown) {
    const error = tooEarly(thrown, input) ?? thrown;
    if (!(error instanceof Refusal)) throw error;
    const userErrors = error.reasons.map(({ code, text, path }) => ({
      code,
      message: text[context.language],
      path: [...path],
    }));
    return { id: error.shows ?? null, userErrors };
  }
}

/** Does the work if the key is free, or returns what the work under it came to before. */
async function once(
  command: Command,
  { act: name, key }: Pick<IdempotencyKey, 'act' | 'key'>,
  digest: string,
  work: () => Promise<Shown>,
): Promise<StoredResult> {
  const { em, viewer } = command;
  const taken = await em.execute(
    'insert into idempotency_key (member_id, act, key, input) values (?, ?, ?, ?) on conflict do nothing returning key',
    [viewer.memberId, name, key, digest],
  );
  if (taken.length === 0) {
    const first = await em.findOneOrFail(IdempotencyKey, { memberId: viewer.memberId, act: name, key });
    if (first.input === digest) return first.outcome as StoredResult;
    throw refusal('IDEMPOTENCY_CONFLICT', 'idempotencyKey', {
      fr: 'Cette clé a déjà servi pour une autre demande.',
      en: 'This key already came with another input.',
    });
  }
  await command.assignTransactionId();
  const given = await outcomeOf(work());
  await em.flush();
  await em.execute('update idempotency_key set outcome = ? where member_id = ? and act = ? and key = ?', [
    JSON.stringify(given),
    viewer.memberId,
    name,
    key,
  ]);
  return given;
}

async function outcomeOf(work: Promise<Shown>): Promise<StoredResult> {
  try {
    return { id: await work };
  } catch (error) {
    if (!(error instanceof Refusal && error.committed)) throw error;
    return { refused: error.reasons };
  }
}

/**
 * What tells one input from another. Keyed, because a plain digest of a name and a date of birth would
 * give them away to whoever tries all of them. A field that is
 * null is another input than without it, because some acts tell the two apart.
 */
function digestOf(input: object, secret: string): string {
  const text = JSON.stringify(input);
  return createHmac('sha256', secret).update(`idempotency key\n${text}`).digest('base64url');
}
