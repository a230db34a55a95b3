import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Node } from '../../../graphql/node.js';
import { ClosedYear } from './closed-year.entity.js';
import type { FigureMarks } from './revision.js';

/**
 * From which persons the final figures of a year were counted: for each figure a sum for each of 1024 groups of persons.
 * A revision compares them, to count the persons whose contribution changed. Nobody but the hub itself reads them.
 */
@Entity({
  tableName: 'committee_closed_marks',
  rowLevelSecurity: 'force',
  policies: [
    { name: 'compare', command: 'select', roles: ['hub_system'], using: 'true' },
    { name: 'keep', command: 'insert', roles: ['hub_system'], check: 'true' },
  ],
})
export class ClosedMarks extends Node {
  @ManyToOne(() => ClosedYear)
  closedYear!: ClosedYear;

  /** By indicator, then by partner; an empty key stands for the whole town. */
  @Property({ type: 'json' })
  marks!: FigureMarks;
}
