import { Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { inRole } from '../../../access/policies.js';
import { Node } from '../../../graphql/node.js';
import { Member } from '../../partners/index.js';
import { insertOnly } from '../releases/policies.js';
import type { ExactFigures } from './exact.js';

/**
 * The final figures of a subject in a calendar year: revision 0 is the closing, later ones correct it. No policy allows
 * changing or deleting them.
 */
@Entity({
  tableName: 'committee_closed_year',
  rowLevelSecurity: 'force',
  policies: [
    ...insertOnly,
    { name: 'coordinate', command: 'select', roles: ['hub_partner'], using: inRole('COORDINATOR') },
  ],
})
@Unique({ name: 'committee_closed_year_revision', properties: ['year', 'subject', 'revision'] })
export class ClosedYear extends Node {
  @Property({ type: 'integer' })
  year!: number;

  @Property({ type: 'text' })
  subject!: string;

  @Property({ type: 'integer' })
  revision!: number;

  @Property({ type: 'datetime', length: 3 })
  madeAt!: Date;

  @ManyToOne(() => Member)
  madeBy!: Member;

  /** Why the figures were corrected; null for the closing. */
  @Property({ type: 'text', nullable: true })
  reason?: string | null;

  /** The protected figures of each indicator. */
  @Property({ type: 'json' })
  figures!: ExactFigures;
}
