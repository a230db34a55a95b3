import { Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { closedSet } from '../../graphql/enum.js';
import { Computed, ReadsOneOf } from '../../graphql/read/declare.js';
import { sql } from '../../graphql/read/sql.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { Beneficiary, Sharing } from '../beneficiaries/index.js';
import { Appointment, Barrier, Note, Objective } from '../case-files/index.js';
import { ClauseContract } from '../clauses/index.js';
import { Attendance } from '../forums/index.js';
import { Outcome } from '../outcomes/index.js';
import { Partner } from '../partners/index.js';
import { Pathway, Step } from '../pathways/index.js';
import { Referral } from '../referrals/index.js';

export const TimelineKind = closedSet('TimelineKind', 'What an entry of a person’s timeline is about.', {
  APPOINTMENT: 'An appointment, by the time at which it takes place. It may be still to come.',
  ATTENDANCE: 'The person came to a forum, by the time of recording.',
  BARRIER_FOUND: 'A barrier was recorded.',
  BARRIER_LIFTED: 'A barrier was resolved.',
  CLAUSE_CONTRACT: 'A contract under the insertion clause, by its first day.',
  NOTE: 'A note was written.',
  OBJECTIVE_CLOSED: 'An objective was reached or dropped.',
  OBJECTIVE_SET: 'An objective was set.',
  OUTCOME: 'An outcome of a pathway, by the first day of the new situation.',
  PATHWAY_CLOSED: 'A pathway was closed, by its last day.',
  PATHWAY_OPENED: 'A pathway was opened, by its first day.',
  REFERRAL_ANSWERED: 'A referral was accepted or declined.',
  REFERRAL_SENT: 'A referral was sent.',
  SHARING_ENDED: 'A sharing was ended before its time.',
  SHARING_GRANTED: 'A sharing began.',
  STEP: 'A step of a pathway, by its day.',
});
export type TimelineKind = keyof typeof TimelineKind;

const TimelineItem = createUnionType({
  name: 'TimelineItem',
  description: 'The object that an entry of a person’s timeline is about.',
  types: () =>
    [
      ...[Appointment, Attendance, Barrier, ClauseContract, Note],
      ...[Objective, Outcome, Pathway, Referral, Sharing, Step],
    ] as const,
});

/**
 * An entry of a person's timeline. The entries have no table: each one is read from the object that it is about, under
 * the row policies of that object (see timeline.queries.ts).
 */
@ObjectType({
  description: 'An entry of a person’s timeline. Visible to viewers who see the object that it is about.',
})
@Entity({ expression: 'select from union parts' })
@Unique({ properties: ['kind', 'itemId'] })
export class TimelineEntry {
  @Field(() => ID, {
    description:
      'The id of the entry. It never changes, and is unique in all timelines. `node` does not read it.',
  })
  @Computed((entry) => sql`${entry.column('kind')} || '_' || ${entry.column('itemId')}`)
  id!: string;

  @Field(() => DateTimeScalar, {
    description:
      'The moment that decides the place of the entry in the timeline. Where only a day is recorded, the beginning of that day in the town.',
  })
  @Property({ type: 'datetime', length: 3 })
  at!: Date;

  @Field(() => Boolean, { description: 'Whether only a day is recorded and no time.' })
  @Property({ type: 'boolean' })
  dayOnly!: boolean;

  @Field(() => TimelineKind, { description: 'What the entry is about.' })
  @Property({ type: 'text', columnType: 'text collate "C"' })
  kind!: TimelineKind;

  @Field(() => Partner, {
    nullable: true,
    description:
      'The partner that wrote the entry: the sender or the receiver of a referral, the partner that granted a sharing, otherwise the partner that recorded it. Null for the end of a sharing.',
  })
  @ManyToOne(() => Partner, { nullable: true })
  partner?: Partner | null;

  @Field(() => TimelineItem, { description: 'The object in its current state.' })
  @ReadsOneOf({ type: (entry) => entry.column('itemType'), key: (entry) => entry.column('itemId') })
  item!: typeof TimelineItem;

  @ManyToOne(() => Beneficiary)
  beneficiary!: Beneficiary;

  /** The name of the type of the object. */
  @Property({ type: 'text' })
  itemType!: string;

  /** The key of the object. */
  @Property({ type: 'uuid' })
  itemId!: string;
}
