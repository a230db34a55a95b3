import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';
import { DateScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { Pathway } from '../pathways/index.js';
import { Entry, entryPolicies, pathwayOf } from './entry.js';

export const ObjectiveStatus = closedSet('ObjectiveStatus', 'The status of an objective.', {
  OPEN: 'The person is working towards the objective.',
  REACHED: 'The person reached the objective.',
  DROPPED: 'The objective was given up.',
});
export type ObjectiveStatus = keyof typeof ObjectiveStatus;

/** An objective that a person and a partner set on a pathway. */
@ObjectType({
  implements: Node,
  description: 'An objective of a person on a pathway. Visible with a sharing of scope FOLLOW_UP.',
})
@Entity({
  tableName: 'objective',
  rowLevelSecurity: 'force',
  policies: entryPolicies('objective', 'FOLLOW_UP', {
    recorded: pathwayOf('objective'),
    becomes: "status <> 'OPEN'",
  }),
})
@Index({ name: 'objective_of_beneficiary', properties: ['beneficiary', 'createdAt', 'id'] })
@Index({ name: 'objective_of_pathway', properties: ['pathway', 'createdAt', 'id'] })
export class Objective extends Entry {
  @Field(() => Pathway, { description: 'The pathway to which the objective belongs.' })
  @ManyToOne(() => Pathway)
  pathway!: Pathway;

  @Field(() => String, { description: 'The objective, in words.' })
  @Property({ type: 'text' })
  text!: string;

  @Field(() => ObjectiveStatus, { description: 'The status of the objective.' })
  @Enum({ items: () => ObjectiveStatus, nativeEnumName: 'objective_status' })
  status!: ObjectiveStatus;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the result of the objective was recorded; null while the objective is open.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  closedAt?: Date | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day by which the objective is to be reached.',
  })
  @Property({ type: 'date', nullable: true })
  dueOn?: string | null;
}
