import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { counted, me, myself, readsFiles, sees } from '../../access/policies.js';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';
import type { Row } from '../../graphql/read/row.js';
import { type Sql, sql } from '../../graphql/read/sql.js';
import { DateScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { Member, Partner } from '../partners/index.js';
import { Pathway } from '../pathways/index.js';
import { Referral } from '../referrals/index.js';
import { Company } from './company.js';
import { Lot } from './lot.js';
import { runsLot } from './rights.js';

export const ClauseModality = closedSet(
  'ClauseModality',
  'How a company provides its hours under the clause.',
  {
    DIRECT_HIRE: 'The company of the lot employs the person.',
    STAFFING:
      'A staffing agency or an insertion structure employs the person and assigns the person to the company of the lot.',
    SUBCONTRACTING: 'A subcontractor employs the person.',
  },
);
export type ClauseModality = keyof typeof ClauseModality;

/**
 * A person's contract under the clause. Seen with a sharing of scope PATHWAY, and by the facilitators of the
 * programme. Facilitators see the contract with the person's name, never the person's file.
 */
@ObjectType({
  implements: Node,
  description:
    'A person’s contract under the insertion clause. Seen with a sharing of scope PATHWAY, and by the programme’s facilitators.',
})
@Entity({
  tableName: 'clause_contract',
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'shared',
      command: 'select',
      roles: ['hub_partner'],
      using: `${readsFiles} and ${sees('clause_contract.beneficiary_id', 'PATHWAY')}`,
    },
    {
      name: 'facilitator',
      command: 'select',
      roles: ['hub_partner'],
      using: runsLot('clause_contract.lot_id'),
    },
    {
      name: 'open',
      command: 'insert',
      roles: ['hub_partner'],
      check: `${readsFiles} and partner_id = ${me} and created_by_id = ${myself}
        and ${sees('clause_contract.beneficiary_id', 'PATHWAY')}
        and (pathway_id is null or exists (select from pathway p
          where p.id = clause_contract.pathway_id and p.beneficiary_id = clause_contract.beneficiary_id))
        and (referral_id is null or exists (select from referral r
          where r.id = clause_contract.referral_id and r.beneficiary_id = clause_contract.beneficiary_id))`,
    },
    {
      name: 'end',
      command: 'update',
      roles: ['hub_partner'],
      using: `${runsLot('clause_contract.lot_id')}
        or ${readsFiles} and partner_id = ${me} and ${sees('clause_contract.beneficiary_id', 'PATHWAY')}`,
    },
    { name: 'access', command: 'select', roles: ['hub_access', 'hub_system'], using: 'true' },
    counted,
  ],
})
@Index({ name: 'clause_contract_of_lot', properties: ['lot', 'startsOn', 'id'] })
@Index({ name: 'clause_contract_of_beneficiary', properties: ['beneficiary', 'startsOn', 'id'] })
@Index({ name: 'clause_contract_of_pathway', properties: ['pathway', 'startsOn', 'id'] })
@Index({ name: 'clause_contract_of_referral', properties: ['referral', 'startsOn', 'id'] })
export class ClauseContract extends Node {
  @Field(() => Lot, { description: 'The lot for which the hours count.' })
  @ManyToOne(() => Lot)
  lot!: Lot;

  @Field(() => Company, {
    description: 'The employer: the company of the lot, a staffing agency or a subcontractor.',
  })
  @ManyToOne(() => Company)
  company!: Company;

  @Field(() => Beneficiary, {
    nullable: true,
    description:
      'The person who holds the contract. Null for viewers who do not see the person’s file, such as facilitators.',
  })
  @ManyToOne(() => Beneficiary)
  beneficiary!: Beneficiary;

  @Field(() => Partner, { description: 'The partner that accompanies the person and recorded the contract.' })
  @ManyToOne(() => Partner)
  partner!: Partner;

  @Field(() => Pathway, {
    nullable: true,
    description: 'The pathway that led to the contract; null for viewers who do not see the pathway.',
  })
  @ManyToOne(() => Pathway, { nullable: true })
  pathway?: Pathway | null;

  @Field(() => Referral, {
    nullable: true,
    description:
      'The referral that led to the contract; null for viewers outside the two partners of the referral.',
  })
  @ManyToOne(() => Referral, { nullable: true })
  referral?: Referral | null;

  @Field(() => ClauseModality, { description: 'How the company provides these hours.' })
  @Enum({ items: () => ClauseModality, nativeEnumName: 'clause_modality' })
  modality!: ClauseModality;

  @Field(() => DateScalar, { description: 'The first day.' })
  @Property({ type: 'date' })
  startsOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The last day; null while it is not known.' })
  @Property({ type: 'date', nullable: true })
  endsOn?: string | null;

  @ManyToOne(() => Member)
  createdBy!: Member;

  @Field(() => DateTimeScalar, { description: 'When the contract was recorded.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt!: Date;
}

/** The person whose contract a row belongs to. */
export function ofContract(row: Row): Sql {
  return sql`(select c.beneficiary_id from clause_contract c where c.id = ${row.column('contract')})`;
}
