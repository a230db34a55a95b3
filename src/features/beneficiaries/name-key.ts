import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey } from '@mikro-orm/decorators/legacy';
import { sees } from '../../access/policies.js';
import { Beneficiary } from './beneficiary.js';

/**
 * The search keys of a person. Each key is the rest of the normalised name from one of its words on, without spaces;
 * there are keys for both orders of first and last name. So `mancha` and `de la m` find "Quichotte de la Mancha", and
 * `jeanp` finds "Jean-Pierre". A trigger writes the rows. The keys are rows and not an array, because only
 * comparisons of text may use an index before the row policy has been checked.
 */
@Entity({
  tableName: 'name_key',
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'shared',
      command: 'select',
      roles: ['hub_partner'],
      using: sees('name_key.beneficiary_id', 'IDENTITY'),
    },
  ],
})
@Index({ name: 'name_key_by_key', properties: ['key', 'beneficiary'] })
export class NameKey {
  @ManyToOne(() => Beneficiary, { primary: true, deleteRule: 'cascade' })
  beneficiary!: Beneficiary;

  @PrimaryKey({ type: 'text', columnType: 'text collate "C"' })
  key!: string;

  [PrimaryKeyProp]?: ['beneficiary', 'key'];
}
