import { Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Node } from '../../../graphql/node.js';
import { insertOnly } from './policies.js';
import { CommitteeRelease } from './release.entity.js';

/** A drawn cell: noisy numbers at a place of the lattice. No policy allows changing or deleting it. */
@Entity({ tableName: 'committee_cell', rowLevelSecurity: 'force', policies: insertOnly })
@Unique({ name: 'committee_cell_drawn_once', properties: ['subject', 'period', 'split', 'place'] })
export class CommitteeCell extends Node {
  /** The release in which it was drawn. */
  @ManyToOne(() => CommitteeRelease)
  release!: CommitteeRelease;

  @Property({ type: 'text' })
  subject!: string;

  /** 2026, 2026-H1, 2026-Q1 or 2026-03. */
  @Property({ type: 'text' })
  period!: string;

  /** The dimensions that describe the cell, and the value of each. */
  @Property({ type: 'text[]' })
  split!: string[];

  @Property({ type: 'text[]' })
  place!: string[];

  @Property({ type: 'integer' })
  people!: number;

  /** The rows beyond one for each person; null where rows are not counted. */
  @Property({ type: 'integer', nullable: true })
  further?: number | null;

  @Property({ type: 'integer', nullable: true })
  hours?: number | null;

  /** Whether the hours would reveal those of one company. */
  @Property({ type: 'boolean' })
  dominated!: boolean;
}
