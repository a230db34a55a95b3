import type { EntityManager } from '@mikro-orm/postgresql';
import { covers, type SharingScope } from '../access/scope.js';
import { databaseRoleOf, type Viewer } from '../access/viewer.js';
import type { Context } from '../context.js';
import { systemRole } from '../database/database-role.js';
import { findByKey } from '../database/find-by-key.js';
import { idPrefix, parseId } from '../graphql/ids.js';
import type { Node } from '../graphql/node.js';
import type { Text } from '../i18n.js';
import { notFound, refusal, type UserError } from './refusal.js';
import { locked, SystemCommand } from './system-command.js';

/** The key of the object that the payload shows, or the keys of several objects. */
export type Shown = string | readonly string[];

/** The result of a command, from which the payload is made: the shown object, and the reasons of a refusal. */
export interface CommandResult {
  readonly id: Shown | null;
  readonly userErrors: UserError[];
  /** Values that only this answer shows; they are not stored under the idempotency key. */
  readonly once: Readonly<Record<string, unknown>>;
}

const notThatFar: Text = {
  fr: 'Votre propre accès à cette personne ne va pas aussi loin : choisissez un partage plus restreint.',
  en: 'Your own access to this person does not include this scope: choose a narrower one.',
};

/** A running command of a member: one transaction with the viewer's rights. */
export class Command extends SystemCommand {
  override readonly viewer: Viewer;
  /** Values for extra payload fields that only the first answer shows, such as a new secret. */
  readonly once: Record<string, unknown> = {};

  constructor(
    em: EntityManager,
    readonly context: Context,
  ) {
    super(em, context.viewer);
    this.viewer = context.viewer;
  }

  /**
   * Reads the object with this id, with the viewer's rights; with `lock`, locks the row against other commands.
   * @param fields the properties to read; all by default
   * @throws Refusal NOT_FOUND when the object is absent or the viewer may not see it
   */
  async find<Type extends Node>(
    type: abstract new () => Type,
    id: string,
    field: string,
    lock = false,
    fields?: readonly (keyof Type & string)[],
  ): Promise<Type> {
    const parsed = parseId(id);
    if (parsed?.prefix !== idPrefix(type.name)) throw notFound(field);
    const options = { ...(lock && locked), ...(fields && { fields }) };
    const found =
      lock || fields
        ? await this.em.findOne(type as never, { id: parsed.uuid } as never, options as never)
        : await findByKey(this.em, type as new () => Type, parsed.uuid);
    if (!found) throw notFound(field);
    if (lock) await this.assignTransactionId();
    return found as Type;
  }

  /** The scope in which the viewer's partner sees a person now; undefined when it does not. */
  async scopeOf(personId: string): Promise<SharingScope | undefined> {
    const [{ scope }] = (await this.em.execute('select access.scope(?) as scope', [personId])) as [
      { scope: SharingScope | null },
    ];
    return scope ?? undefined;
  }

  /**
   * Refuses the command unless the viewer's partner has a sharing of at least this scope in force.
   * @param text the message of the refusal, for this command
   * @throws Refusal AGREEMENT_REQUIRED
   */
  async needScope(
    personId: string,
    scope: SharingScope,
    field: string,
    text: Text = notThatFar,
  ): Promise<void> {
    const own = await this.scopeOf(personId);
    if (!own || !covers(own, scope)) throw refusal('AGREEMENT_REQUIRED', field, text);
  }

  /** Runs a part of the command as `hub_system`, for what the viewer's own rights do not allow. */
  async asSystem(work: () => Promise<void>): Promise<void> {
    await this.em.flush();
    await this.em.execute(`set local role ${systemRole.role}`);
    await work();
    await this.em.flush();
    await this.em.execute(`set local role ${databaseRoleOf(this.viewer).role}`);
  }
}
