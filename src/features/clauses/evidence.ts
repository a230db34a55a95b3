import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { counted, myself } from '../../access/policies.js';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';
import { DataSubject } from '../../graphql/read/declare.js';
import { DateScalar } from '../../graphql/scalars.js';
import { Member } from '../partners/index.js';
import { ClauseContract, ofContract } from './contract.js';
import { mayChangeContract } from './rights.js';

export const EligibilityCriterion = closedSet(
  'EligibilityCriterion',
  'Why a person may work under the insertion clause.',
  {
    LONG_TERM_UNEMPLOYED: 'Unemployed for more than twelve months.',
    MINIMUM_INCOME: 'Receives a minimum income.',
    DISABLED_WORKER: 'Recognised as a disabled worker.',
    YOUNG_LOW_QUALIFIED: 'Young, with little qualification.',
    SENIOR: 'Fifty or older.',
    PRIORITY_DISTRICT: 'Lives in a priority district.',
    IN_INSERTION_STRUCTURE: 'Employed by an insertion structure.',
    OTHER: 'Another criterion, stated in the document.',
  },
);
export type EligibilityCriterion = keyof typeof EligibilityCriterion;

/** Evidence that the holder of a contract is eligible. It names the checked document; the document is not stored. */
@DataSubject(ofContract)
@ObjectType({
  implements: Node,
  description: 'Evidence that the holder of a contract is eligible. Seen with the contract.',
})
@Entity({
  tableName: 'eligibility_evidence',
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'contract',
      command: 'select',
      roles: ['hub_partner'],
      using: 'exists (select from clause_contract c where c.id = eligibility_evidence.contract_id)',
    },
    {
      name: 'add',
      command: 'insert',
      roles: ['hub_partner'],
      check: `checked_by_id = ${myself} and ${mayChangeContract('eligibility_evidence.contract_id')}`,
    },
    counted,
  ],
})
@Index({ name: 'eligibility_evidence_of_contract', properties: ['contract', 'checkedOn', 'id'] })
export class EligibilityEvidence extends Node {
  @Field(() => ClauseContract, { description: 'The contract.' })
  @ManyToOne(() => ClauseContract)
  contract!: ClauseContract;

  @Field(() => EligibilityCriterion, { description: 'The criterion by which the person is eligible.' })
  @Enum({ items: () => EligibilityCriterion, nativeEnumName: 'eligibility_criterion' })
  criterion!: EligibilityCriterion;

  @Field(() => String, { description: 'The document that was checked.' })
  @Property({ type: 'text' })
  document!: string;

  @Field(() => DateScalar, { description: 'The day on which the document was checked.' })
  @Property({ type: 'date' })
  checkedOn!: string;

  @ManyToOne(() => Member)
  checkedBy!: Member;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day on which the evidence is valid; null when it does not expire.',
  })
  @Property({ type: 'date', nullable: true })
  validUntil?: string | null;
}
