import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { myself, readsCommittee } from '../../../access/policies.js';
import { Node } from '../../../graphql/node.js';
import { type Language } from '../../../i18n.js';
import { Member } from '../../partners/index.js';
import type { Presented } from './presented.js';

/** The figures of a year as they were presented. No policy allows changing or deleting them. */
@Entity({
  tableName: 'committee_snapshot',
  rowLevelSecurity: 'force',
  policies: [
    { name: 'shown', command: 'select', roles: ['hub_partner'], using: readsCommittee },
    {
      name: 'take',
      command: 'insert',
      roles: ['hub_partner'],
      check: `${readsCommittee} and taken_by_id = ${myself}`,
    },
  ],
})
@Index({ name: 'committee_snapshot_by_year', properties: ['year', 'takenAt'] })
export class CommitteeSnapshot extends Node {
  @Property({ type: 'integer' })
  year!: number;

  @Property({ type: 'text' })
  title!: string;

  /** The language of the texts in the content. */
  @Property({ type: 'text' })
  language!: Language;

  @ManyToOne(() => Member)
  takenBy!: Member;

  @Property({ type: 'datetime', length: 3 })
  takenAt!: Date;

  @Property({ type: 'json' })
  content!: Presented;
}
