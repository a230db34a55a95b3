import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { inRole, overseesTown } from '../../../access/policies.js';
import { closedSet } from '../../../graphql/enum.js';
import { Node } from '../../../graphql/node.js';
import { DateTimeScalar } from '../../../graphql/scalars.js';
import { Partner } from '../../partners/index.js';

export const DistinctCountOutcome = closedSet(
  'DistinctCountOutcome',
  'How a count of distinct persons with the system of a partner ended.',
  {
    COUNTED: 'The persons were counted.',
    ABORTED: 'It was interrupted, or the system did not answer. Nothing was counted.',
    TOO_FEW: 'A side has too few persons in the period.',
    TOO_MANY: 'A side has more persons than can be counted.',
    TOO_SIMILAR: 'The persons of a side are almost those of an earlier count.',
    REPEATED: 'The system says that the period was counted, or tried too often.',
  },
);
export type DistinctCountOutcome = keyof typeof DistinctCountOutcome;

/** A log entry for a count of distinct persons with the system of a partner. */
@ObjectType({
  implements: Node,
  description:
    'An entry of the log of counts of distinct persons: the hub and the system of a partner found out together how many different persons they accompanied, without telling each other whom. Seen by the town’s coordinator and by the town’s data protection officer.',
})
@Entity({
  tableName: 'distinct_count',
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'oversee',
      command: 'select',
      roles: ['hub_partner'],
      using: `${inRole('COORDINATOR')} or ${overseesTown}`,
    },
    { name: 'shown', command: 'select', roles: ['hub_facts', 'hub_system'], using: 'true' },
    { name: 'start', command: 'insert', roles: ['hub_system'], check: 'true' },
    { name: 'finish', command: 'update', roles: ['hub_system'], using: 'true' },
  ],
})
@Index({ name: 'distinct_count_latest', properties: ['startedAt', 'id'] })
export class DistinctCount extends Node {
  @Field(() => ID, { description: 'The run. Partners with the same run were counted together.' })
  @Property({ type: 'uuid' })
  run!: string;

  @Field(() => Partner, { description: 'The partner whose system took part.' })
  @ManyToOne(() => Partner)
  partner!: Partner;

  @Field(() => String, { description: 'The quarter or year, such as 2026-Q1 or 2026.' })
  @Property({ type: 'text' })
  period!: string;

  @Field(() => DateTimeScalar, { description: 'When it started.' })
  @Property({ type: 'datetime', length: 3 })
  startedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended. Null if it was cut off.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  finishedAt?: Date | null;

  @Field(() => DistinctCountOutcome, { nullable: true, description: 'How it ended. Null if it was cut off.' })
  @Enum({ items: () => DistinctCountOutcome, nullable: true })
  outcome?: DistinctCountOutcome | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many different persons the hub and all partners of the run accompanied, with noise. Null unless they were counted.',
  })
  @Property({ type: 'integer', nullable: true })
  people?: number | null;
}
