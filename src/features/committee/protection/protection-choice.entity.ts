import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { myself, overseesTown } from '../../../access/policies.js';
import { Node } from '../../../graphql/node.js';
import { Member } from '../../partners/index.js';
import { ProtectionLevel } from './level.js';

const beforeTheFirst = 'not exists (select from committee_release)';

/**
 * A choice of the protection level by the town's data protection officer. The latest choice counts. None can be made
 * after the first release.
 */
@Entity({
  tableName: 'committee_protection',
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'shown',
      command: 'select',
      roles: ['hub_partner', 'hub_system'],
      using: 'true',
    },
    {
      name: 'choose',
      command: 'insert',
      roles: ['hub_partner'],
      check: `${overseesTown} and chosen_by_id = ${myself} and ${beforeTheFirst}`,
    },
  ],
})
export class ProtectionChoice extends Node {
  @Enum({ items: () => ProtectionLevel })
  level!: ProtectionLevel;

  @ManyToOne(() => Member)
  chosenBy!: Member;

  @Property({ type: 'datetime', length: 3 })
  chosenAt!: Date;
}
