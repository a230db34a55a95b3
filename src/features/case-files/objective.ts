import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';
import { DateScalar } from '../../graphql/scalars.js';
import { Pathway } from '../pathways/index.js';
import { Entry, entryPolicies, pathwayOf } from './entry.js';

export const ObjectiveStatus = closedSet('ObjectiveStatus', 'What became of an objective.', {
  OPEN: 'Aimed at.',
  REACHED: 'Reached.',
  DROPPED: 'Given up.',
});
export type ObjectiveStatus = keyof typeof ObjectiveStatus;

/** What a person and a partner aim at next, on the way that the pathway is. */
@ObjectType({
  implements: Node,
  description: 'What a person aims at next, on a pathway. Seen with a sharing of scope FOLLOW_UP.',
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
  @Field(() => Pathway, { description: 'The pathway that it is on.' })
  @ManyToOne(() => Pathway)
  pathway!: Pathway;

  @Field(() => String, { description: 'What is aimed at.' })
  @Property({ type: 'text' })
  text!: string;

  @Field(() => ObjectiveStatus, { description: 'What became of it.' })
  @Enum({ items: () => ObjectiveStatus, nativeEnumName: 'objective_status' })
  status!: ObjectiveStatus;

  @Field(() => DateScalar, { nullable: true, description: 'By which day.' })
  @Property({ type: 'date', nullable: true })
  dueOn?: string | null;
}
