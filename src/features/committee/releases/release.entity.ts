import { Entity, Enum, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Node } from '../../../graphql/node.js';
import { ProtectionLevel } from '../protection/level.js';
import { insertOnly } from './policies.js';

/** A release that was made. No policy allows changing or deleting it. */
@Entity({
  tableName: 'committee_release',
  rowLevelSecurity: 'force',
  policies: [...insertOnly, { name: 'listed', command: 'select', roles: ['hub_partner'], using: 'true' }],
})
export class CommitteeRelease extends Node {
  /** The first day of the month whose release this is. */
  @Property({ type: 'date' })
  @Unique()
  asOf!: string;

  /** The first day with data. Periods that end before it are never drawn. */
  @Property({ type: 'date' })
  since!: string;

  /** When its data were read, in one snapshot. */
  @Property({ type: 'datetime', length: 3 })
  madeAt!: Date;

  @Enum({ items: () => ProtectionLevel })
  level!: ProtectionLevel;

  /** The keys of the partners whose data are in it. */
  @Property({ type: 'text[]' })
  partners!: string[];

  /** The keys of the partners whose own system did not answer when it was made. */
  @Property({ type: 'text[]' })
  missing!: string[];

  /** The keys of the partners that accompany persons: those with a member who reads case files. */
  @Property({ type: 'text[]' })
  accompanying!: string[];

  /** The hours that lots commit in each period for which hours were drawn, by the name of the period. */
  @Property({ type: 'json' })
  committedHours!: Readonly<Record<string, number>>;

  /** The version and the consolidation delay of each subject. */
  @Property({ type: 'json' })
  definitions!: object;
}
