import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { v7 } from 'uuid';
import { me, readsFiles, sees } from '../../access/policies.js';
import type { Row } from '../../graphql/read/row.js';
import { type Sql, sql } from '../../graphql/read/sql.js';
import { Partner } from '../partners/index.js';
import { Beneficiary } from './beneficiary.js';

const own = `partner_id = ${me} and ${sees('partner_reference.beneficiary_id', 'IDENTITY')}`;

/**
 * The reference of a person in a partner's own software. For that partner, while it sees the person, and for the referent,
 * which exports the file. By {@link partnerKey} everybody who sees the person reads it, for a gateway.
 */
@Entity({
  tableName: 'partner_reference',
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'seen',
      command: 'select',
      roles: ['hub_partner'],
      using: `${own} or ${readsFiles} and access.referent(beneficiary_id) = ${me}`,
    },
    { name: 'set', command: 'insert', roles: ['hub_partner'], check: `${readsFiles} and ${own}` },
    { name: 'access', command: 'select', roles: ['hub_access'], using: 'true' },
    { name: 'link', command: 'insert', roles: ['hub_system'], check: 'true' },
  ],
})
@Unique({ name: 'partner_reference_of_person', properties: ['beneficiary', 'partner'] })
@Unique({ name: 'partner_reference_of_partner', properties: ['partner', 'reference'] })
export class PartnerReference {
  @PrimaryKey({ type: 'uuid' })
  id: string = v7();

  @ManyToOne(() => Beneficiary)
  beneficiary!: Beneficiary;

  @ManyToOne(() => Partner)
  partner!: Partner;

  @Property({ type: 'text' })
  reference!: string;
}

/**
 * How the system of a partner and the hub name a person to each other: by the partner's own reference. Null unless both the
 * viewer and that partner see the person now.
 * @param partner the slug
 */
export function partnerKey(partner: string) {
  return {
    value: (person: Row): Sql => sql`access.partner_reference(${partner}, ${person.column('id')})`,
    find: (reference: Sql): Sql => sql`access.referenced(${partner}, ${reference})`,
  };
}
