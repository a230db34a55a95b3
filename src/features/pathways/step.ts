import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { me, myself, sees } from '../../access/policies.js';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';
import { DateScalar } from '../../graphql/scalars.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { Member, Partner } from '../partners/index.js';
import { Pathway } from './pathway.js';

export const StepKind = closedSet('StepKind', 'Kind of step.', {
  INTERVIEW: 'An interview with a professional.',
  WORKSHOP: 'A group workshop.',
  TRAINING: 'A training course.',
  IMMERSION: 'A work placement in a company, to discover an occupation.',
  FORUM: 'A visit to an employment forum.',
  CLAUSE_CONTRACT: 'A contract under the insertion clause.',
  JOB_APPLICATION: 'An application for a job.',
  JOB: 'A job.',
  ADMINISTRATIVE: 'An administrative procedure.',
  OTHER: 'Anything else.',
});
export type StepKind = keyof typeof StepKind;

export const Visibility = closedSet('Visibility', 'Who may see a text.', {
  AUTHOR: 'Only its author.',
  PARTNER: 'The members of the author’s partner.',
  SHARED: 'Every partner that sees the pathway.',
});
export type Visibility = keyof typeof Visibility;

/** A step of a pathway. The author's partner and the visibility decide who sees the step. */
@ObjectType({
  implements: Node,
  description:
    'A step of a pathway. Visible to viewers who see the pathway, within the limits of `visibility`.',
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
    { name: 'access', command: 'select', roles: ['hub_access'], using: 'true' },
  ],
})
@Index({ name: 'step_of_beneficiary', properties: ['beneficiary', 'occurredOn', 'id'] })
@Index({ name: 'step_of_pathway', properties: ['pathway', 'occurredOn', 'id'] })
export class Step extends Node {
  @Field(() => Pathway, { description: 'The pathway of the step.' })
  @ManyToOne(() => Pathway)
  pathway!: Pathway;

  /** The pathway's person, copied here so that the row policy finds the sharing without a join. */
  @ManyToOne(() => Beneficiary)
  beneficiary!: Beneficiary;

  @Field(() => Partner, { description: 'The partner whose member recorded the step.' })
  @ManyToOne(() => Partner)
  partner!: Partner;

  @ManyToOne(() => Member)
  author!: Member;

  @Field(() => StepKind, { description: 'Kind of step.' })
  @Enum({ items: () => StepKind, nativeEnumName: 'step_kind' })
  kind!: StepKind;

  @Field(() => String, { description: 'What happened, in a few words.' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => DateScalar, { description: 'Day of the step.' })
  @Property({ type: 'date' })
  occurredOn!: string;

  @Field(() => Visibility, { description: 'Who may see the step.' })
  @Enum({ items: () => Visibility, nativeEnumName: 'visibility' })
  visibility!: Visibility;
}
