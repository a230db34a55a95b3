import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { me, myself, sees } from '../../access/policies.js';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';
import { DateScalar } from '../../graphql/scalars.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { Member, Partner } from '../partners/index.js';
import { Pathway } from './pathway.js';

export const StepKind = closedSet('StepKind', 'What sort of event a step is.', {
  INTERVIEW: 'A talk with a professional.',
  WORKSHOP: 'A group workshop.',
  TRAINING: 'A training course.',
  IMMERSION: 'A stay in a company to try a trade.',
  FORUM: 'A visit to an employment forum.',
  CLAUSE_CONTRACT: 'A contract under the insertion clause.',
  JOB_APPLICATION: 'An application for a job.',
  JOB: 'A job.',
  ADMINISTRATIVE: 'An administrative procedure.',
  OTHER: 'Anything else.',
});
export type StepKind = keyof typeof StepKind;

export const Visibility = closedSet('Visibility', 'Who may see what was written.', {
  AUTHOR: 'Its author only.',
  PARTNER: 'The members of its partner.',
  SHARED: 'Every partner that sees the pathway.',
});
export type Visibility = keyof typeof Visibility;

/** One event on a pathway. Its author's partner and its visibility decide who sees it. */
@ObjectType({
  implements: Node,
  description: 'One event of a pathway. Seen with the pathway, as far as its visibility goes.',
})
@Entity({
  tableName: 'step',
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'shared',
      command: 'select',
      roles: ['hub_partner'],
      using: `(visibility = 'SHARED'
        or partner_id = ${me} and (visibility = 'PARTNER' or author_id = ${myself}))
        and ${sees('step.beneficiary_id', 'PATHWAY')}`,
    },
    {
      name: 'add',
      command: 'insert',
      roles: ['hub_partner'],
      check: `partner_id = ${me} and author_id = ${myself} and exists (
        select from pathway p where p.id = step.pathway_id and p.beneficiary_id = step.beneficiary_id)`,
    },
  ],
})
@Index({ name: 'step_of_pathway', properties: ['pathway', 'occurredOn', 'id'] })
export class Step extends Node {
  @Field(() => Pathway, { description: 'The pathway it belongs to.' })
  @ManyToOne(() => Pathway)
  pathway!: Pathway;

  /** The pathway's person, kept here too so that the policy finds the sharing without a join. */
  @ManyToOne(() => Beneficiary)
  beneficiary!: Beneficiary;

  @Field(() => Partner, { description: 'The partner whose professional recorded it.' })
  @ManyToOne(() => Partner)
  partner!: Partner;

  @ManyToOne(() => Member)
  author!: Member;

  @Field(() => StepKind, { description: 'What sort of event.' })
  @Enum({ items: () => StepKind, nativeEnumName: 'step_kind' })
  kind!: StepKind;

  @Field(() => String, { description: 'What happened, in a few words.' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => DateScalar, { description: 'The day it happened.' })
  @Property({ type: 'date' })
  occurredOn!: string;

  @Field(() => Visibility, { description: 'Who may see it.' })
  @Enum({ items: () => Visibility, nativeEnumName: 'visibility' })
  visibility!: Visibility;
}
