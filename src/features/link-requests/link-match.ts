import { Entity, Index, ManyToOne, PrimaryKey, Unique } from '@mikro-orm/decorators/legacy';
import { v7 } from 'uuid';
import { me, readsFiles } from '../../access/policies.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { Partner } from '../partners/index.js';
import { LinkRequest } from './link-request.js';

/** Who is meant by a request, for the referent alone. Written by the hub; none for somebody it does not know. */
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
}
