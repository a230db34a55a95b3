import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { sees } from '../../access/policies.js';
import { Beneficiary } from './beneficiary.js';

/** The number of letters of {@link NameKey.start}. */
export const startLength = 3;

/**
 * The search keys of a person. Each key is the rest of the normalised name from one of its words on, without spaces;
 * there are keys for both orders of first and last name. So `mancha` and `de la m` find "Quichotte de la Mancha", and
 * `jeanp` finds "Jean-Pierre". A trigger writes the rows. The keys are rows and not an array, because only
 * comparisons of text may use an index before the row policy has been checked.
 *
 * The keys with the same first letters lie in an index in the order of the persons' names, so that a page of a search
 * stops at its last person, however many persons have that name.
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
@Index({
  name: 'name_key_by_initial',
  expression:
    'create index name_key_by_initial on name_key (initial, sort_name, beneficiary_id) include (key)',
})
@Index({
  name: 'name_key_by_start',
  expression: 'create index name_key_by_start on name_key (start, sort_name, beneficiary_id) include (key)',
})
export class NameKey {
  @ManyToOne(() => Beneficiary, { primary: true, deleteRule: 'cascade' })
  beneficiary!: Beneficiary;

  @PrimaryKey({ type: 'text', columnType: 'text collate "C"' })
  key!: string;

  /** The name by which lists order the person. */
  @Property({ type: 'text', columnType: 'text collate "C"' })
  sortName!: string;

  /** The first letter of the key. */
  @Property({ type: 'text', columnType: 'text collate "C"' })
  initial!: string;

  /** The first letters of the key. */
  @Property({ type: 'text', columnType: 'text collate "C"' })
  start!: string;

  [PrimaryKeyProp]?: ['beneficiary', 'key'];
}
