import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { counted, inRole, me, myself, sees } from '../../access/policies.js';
import { Node } from '../../graphql/node.js';
import { DateScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { ClauseContract } from '../clauses/index.js';
import { Member, Partner } from '../partners/index.js';
import { Pathway } from '../pathways/index.js';
import { OutcomeEvidence, OutcomeSituation } from './situation.js';

/** An outcome of a pathway. Visible like the pathway; written by the pathway's partner. */
@ObjectType({
  implements: Node,
  description: 'An outcome of a pathway. Visible like the pathway, with a sharing of scope PATHWAY.',
})
@Entity({
  tableName: 'outcome',
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'shared',
      command: 'select',
      roles: ['hub_partner'],
      using: sees('outcome.beneficiary_id', 'PATHWAY'),
    },
    {
      name: 'record',
      command: 'insert',
      roles: ['hub_partner'],
      check: `partner_id = ${me} and recorded_by_id = ${myself} and verified_by_id is null and followed_up_on is null
        and exists (select from pathway p where p.id = outcome.pathway_id
          and p.partner_id = outcome.partner_id and p.beneficiary_id = outcome.beneficiary_id)
        and (clause_contract_id is null or exists (select from clause_contract c
          where c.id = outcome.clause_contract_id and c.beneficiary_id = outcome.beneficiary_id))`,
    },
    {
      name: 'complete',
      command: 'update',
      roles: ['hub_partner'],
      using: `partner_id = ${me} and ${sees('outcome.beneficiary_id', 'PATHWAY')}`,
      // A member may not verify an outcome that the same member recorded; an administrator may.
      check: `recorded_by_id <> ${myself} or verified_by_id is distinct from ${myself}
        or ${inRole('PARTNER_ADMINISTRATOR')}`,
    },
    { name: 'access', command: 'select', roles: ['hub_access'], using: 'true' },
    counted,
  ],
})
@Index({ name: 'outcome_of_beneficiary', properties: ['beneficiary', 'occurredOn', 'id'] })
@Index({ name: 'outcome_of_pathway', properties: ['pathway', 'occurredOn', 'id'] })
@Index({ name: 'outcome_of_clause_contract', properties: ['clauseContract', 'occurredOn', 'id'] })
export class Outcome extends Node {
  @Field(() => Pathway, { description: 'The pathway.' })
  @ManyToOne(() => Pathway)
  pathway!: Pathway;

  /** The pathway's person, copied here so that the row policy finds the sharing without a join. */
  @ManyToOne(() => Beneficiary)
  beneficiary!: Beneficiary;

  @Field(() => Partner, { description: 'The pathway’s partner, which recorded it.' })
  @ManyToOne(() => Partner)
  partner!: Partner;

  @Field(() => DateScalar, { description: 'First day of the new situation.' })
  @Property({ type: 'date' })
  occurredOn!: string;

  @Field(() => OutcomeSituation, { description: 'The person’s new situation.' })
  @Enum({ items: () => OutcomeSituation, nativeEnumName: 'outcome_situation' })
  situation!: OutcomeSituation;

  @Field(() => Int, {
    nullable: true,
    description: 'Duration of the contract in months, for CDD and INTERIM; null for other situations.',
  })
  @Property({ type: 'integer', nullable: true })
  contractMonths?: number | null;

  @Field(() => OutcomeEvidence, { description: 'Evidence of the outcome.' })
  @Enum({ items: () => OutcomeEvidence, nativeEnumName: 'outcome_evidence' })
  evidence!: OutcomeEvidence;

  @Field(() => ClauseContract, {
    nullable: true,
    description: 'The contract under the insertion clause that led to the outcome, if the viewer may see it.',
  })
  @ManyToOne(() => ClauseContract, { nullable: true })
  clauseContract?: ClauseContract | null;

  @ManyToOne(() => Member)
  recordedBy!: Member;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  @Property({ type: 'datetime', length: 3 })
  recordedAt!: Date;

  @ManyToOne(() => Member, { nullable: true })
  verifiedBy?: Member | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the outcome was verified; null until then.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  verifiedAt?: Date | null;

  @Field(() => OutcomeSituation, {
    nullable: true,
    description: 'The person’s situation about six months later; null until the follow-up is recorded.',
  })
  @Enum({
    items: () => OutcomeSituation,
    nativeEnumName: 'outcome_situation',
    fieldName: 'situation_at_6_months',
    nullable: true,
  })
  situationAt6Months?: OutcomeSituation | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day of the follow-up; null until it is recorded.',
  })
  @Property({ type: 'date', nullable: true })
  followedUpOn?: string | null;
}
