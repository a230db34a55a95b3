import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { v7 } from 'uuid';
import { me, readsFiles } from '../../access/policies.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { Partner } from '../partners/index.js';
import { LinkRequest } from './link-request.js';

/**
 * The person to whom a link request refers. Visible to the referent only. Written by the hub; there is no row when the
 * person is not registered.
 */
@Entity({
  tableName: 'link_match',
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'referent',
      command: 'select',
      roles: ['hub_partner'],
      using: `${readsFiles} and referent_id = ${me}`,
    },
    { name: 'found', command: 'insert', roles: ['hub_system'], check: 'true' },
  ],
})
@Index({ name: 'link_match_of_referent', properties: ['referent'] })
export class LinkMatch {
  @PrimaryKey({ type: 'uuid' })
  id: string = v7();

  @ManyToOne(() => LinkRequest)
  @Unique()
  request!: LinkRequest;

  @ManyToOne(() => Beneficiary)
  @Index()
  beneficiary!: Beneficiary;

  @ManyToOne(() => Partner)
  referent!: Partner;

  /** The reference of the person in the software of the requesting partner, which gets it when the request is accepted. */
  @Property({ type: 'text', nullable: true })
  ownReference?: string | null;
}
