import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../access/context.js';
import { covers, type SharingScope } from '../access/scope.js';
import { databaseRoleOf, type Viewer } from '../access/viewer.js';
import { systemRole } from '../database/database-role.js';
import { idPrefix, parseId } from '../graphql/ids.js';
import type { Node } from '../graphql/node.js';
import type { Text } from '../i18n.js';
import { notFound, refusal, type UserError } from './refusal.js';
import { locked, SystemCommand } from './system-command.js';

/** The key of the object that a command was about, or the keys where it shows several. */
export type Shown = string | readonly string[];

/** What a payload is made from: what it shows, if the command was done, and why it was refused. */
export interface CommandResult {
  readonly id: Shown | null;
  readonly userErrors: UserError[];
  /** What only this answer shows; it is not stored under the idempotency key. */
  readonly once: Readonly<Record<string, unknown>>;
}

const notThatFar: Text = {
  fr: 'Votre propre accès ne va pas aussi loin.',
  en: 'Your own access does not reach that far.',
};

/** A running command: one transaction under the viewer's rights. */
export class Command extends SystemCommand {
  override readonly viewer: Viewer;
  /** Values for extra fields of the payload that only the first answer shows, such as a new secret. */
  readonly once: Record<string, unknown> = {};

  constructor(
    em: EntityManager,
    readonly context: Context,
  ) {
    super(em, context.viewer);
    this.viewer = context.viewer;
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

  /**
   * Refuses unless a sharing in force lets the viewer's partner see the person as far as a scope.
   * @param text what a missing agreement means for this command
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

  /** Does a part of the act as the hub itself: what the viewer's own rights do not reach. */
  async asSystem(work: () => Promise<void>): Promise<void> {
    await this.em.flush();
    await this.em.execute(`set local role ${systemRole.role}`);
    await work();
    await this.em.flush();
    await this.em.execute(`set local role ${databaseRoleOf(this.viewer).role}`);
  }
}
