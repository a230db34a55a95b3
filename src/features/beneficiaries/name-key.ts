import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey } from '@mikro-orm/decorators/legacy';
import { sees } from '../../access/policies.js';
import { Beneficiary } from './beneficiary.js';

/**
 * What a search finds a person by: the normalised name, in both orders, from each of its words on and without
 * spaces. So "Quichotte de la Mancha" is found by `mancha` and `de la m`, and "Jean-Pierre" by `jeanp`.
 * A trigger writes the rows. Rows instead of an array, because only comparisons of text may use an index
 * before the row policy has been checked.
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
