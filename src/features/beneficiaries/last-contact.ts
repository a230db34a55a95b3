import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { me, protectsData, sees } from '../../access/policies.js';
import { Partner } from '../partners/index.js';
import { Beneficiary } from './beneficiary.js';

/**
 * A partner's last contact with a person, on which retention depends. Triggers write the rows whenever a row that records
 * a contact, or is the partner's own, is written, moved or deleted; `rights.contact_of` says which rows these are.
 */
@Entity({
  tableName: 'last_contact',
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'own',
      command: 'select',
      roles: ['hub_partner'],
      using: `partner_id = ${me} and (${protectsData} or ${sees('last_contact.beneficiary_id', 'IDENTITY')})`,
    },
  ],
})
@Index({
  name: 'last_contact_of_partner',
  expression:
    'create index last_contact_of_partner on last_contact (partner_id, last_on) include (beneficiary_id, held_until)',
})
export class LastContact {
  @ManyToOne(() => Beneficiary, { primary: true, deleteRule: 'cascade', updateRule: 'no action' })
  beneficiary!: Beneficiary;

  @ManyToOne(() => Partner, { primary: true, deleteRule: 'no action', updateRule: 'no action' })
  partner!: Partner;

  /** The day; null if there was no contact. */
  @Property({ type: 'date', nullable: true })
  lastOn?: string | null;

  /**
   * Until when the partner holds anything about the person: `infinity` with rows of its own or a sharing without an end;
   * null if it holds nothing.
   */
  @Property({ type: 'datetime', length: 3, nullable: true })
  heldUntil?: Date | null;

  [PrimaryKeyProp]?: ['beneficiary', 'partner'];
}
