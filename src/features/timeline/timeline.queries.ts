import { Args, ArgsType, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import { townZone } from '../../calendar.js';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { Costs } from '../../graphql/costs.js';
import {
  Reads,
  type RowQuery,
  type Stored,
  selectUnion,
  type UnionPart,
} from '../../graphql/read/declare.js';
import { orderBy } from '../../graphql/read/order.js';
import type { Row } from '../../graphql/read/row.js';
import { literal, raw, type Sql, sql } from '../../graphql/read/sql.js';
import { Beneficiary, Sharing } from '../beneficiaries/index.js';
import { Appointment, Barrier, Note, Objective } from '../case-files/index.js';
import { ClauseContract } from '../clauses/index.js';
import { Attendance } from '../forums/index.js';
import { Outcome } from '../outcomes/index.js';
import { Pathway, Step } from '../pathways/index.js';
import { Referral } from '../referrals/index.js';
import { TimelineEntry, TimelineKind } from './timeline-entry.js';

/** Where the entries of a kind come from. */
interface Source {
  readonly of: Stored;
  /** The property by which entries are placed. Rows without a value have no entry. */
  readonly by: string;
  /** Whether `by` is a day and not a moment. */
  readonly dayOnly?: boolean;
  /** The property with the partner that wrote the entry, `partner` by default; null for none. */
  readonly partner?: string | null;
  readonly where?: (row: Row) => Sql;
}

const sources: Readonly<Record<TimelineKind, Source>> = {
  APPOINTMENT: { of: Appointment, by: 'at' },
  ATTENDANCE: { of: Attendance, by: 'recordedAt' },
  BARRIER_FOUND: { of: Barrier, by: 'createdAt' },
  BARRIER_LIFTED: { of: Barrier, by: 'resolvedAt' },
  CLAUSE_CONTRACT: { of: ClauseContract, by: 'startsOn', dayOnly: true },
  NOTE: { of: Note, by: 'createdAt', where: (note) => sql`${note.column('removedAt')} is null` },
  OBJECTIVE_CLOSED: { of: Objective, by: 'closedAt' },
  OBJECTIVE_SET: { of: Objective, by: 'createdAt' },
  OUTCOME: { of: Outcome, by: 'occurredOn', dayOnly: true },
  PATHWAY_CLOSED: { of: Pathway, by: 'closedOn', dayOnly: true },
  PATHWAY_OPENED: { of: Pathway, by: 'startedOn', dayOnly: true },
  REFERRAL_ANSWERED: { of: Referral, by: 'answeredAt', partner: 'to' },
  REFERRAL_SENT: { of: Referral, by: 'sentAt', partner: 'from' },
  SHARING_ENDED: { of: Sharing, by: 'endedAt', partner: null },
  SHARING_GRANTED: { of: Sharing, by: 'since', partner: 'grantedBy' },
  STEP: { of: Step, by: 'occurredOn', dayOnly: true },
};

/** The beginning of a day in the town. */
const beginning = (day: Sql) => sql`(${day}::timestamp at time zone ${literal(townZone)})`;

/** The entries of one kind of a person. The condition on `kinds` skips a part whose kind is not wanted. */
function partOf(
  [kind, source]: [string, Source],
  person: Row,
  kinds: readonly string[] | null | undefined,
): UnionPart {
  const { of, by, dayOnly = false, partner = 'partner', where } = source;
  return {
    of,
    by,
    at: (moment) => (dayOnly ? sql`access.day(${moment})` : moment),
    where: [
      () => (kinds ? sql`${literal(kind)} = any(${kinds}::text[])` : undefined),
      (row) => sql`${row.column('beneficiary')} = ${person.column('id')}`,
      (row) => sql`${row.column(by)} is not null`,
      (row) => where?.(row),
    ],
    values: (row) => ({
      at: dayOnly ? beginning(row.column(by)) : row.column(by),
      dayOnly: raw(String(dayOnly)),
      kind: sql`${literal(kind)}::text collate "C"`,
      partner: partner ? row.column(partner) : raw('null::uuid'),
      beneficiary: row.column('beneficiary'),
      itemType: sql`${literal(of.name)}::text`,
      itemId: row.column('id'),
    }),
  };
}

@ArgsType()
class TimelineArgs extends PageArgs {
  @Field(() => [TimelineKind], {
    nullable: true,
    description: 'Only entries of these kinds; entries of all kinds if null.',
  })
  kinds?: TimelineKind[] | null;
}

const TimelineConnection = connectionOf('Timeline', () => TimelineEntry, true);

const newest = orderBy('TIMELINE_NEWEST', { at: 'timestamptz', kind: 'text', itemId: 'uuid' }, 'descending');

/** The cost of a page in addition to its entries: each kind is read by itself. */
const cost = 10;

@Resolver(() => Beneficiary)
export class BeneficiaryTimeline {
  @FieldResolver(() => TimelineConnection, {
    description:
      'Everything that happened with the person, newest first, in one list of all kinds. It has an entry for each object that the viewer sees elsewhere.',
  })
  @Costs(cost)
  @Reads()
  timeline(@Args() { kinds }: TimelineArgs, @Root() person: Row): RowQuery {
    const parts = Object.entries(sources).map((source) => partOf(source, person, kinds));
    return selectUnion(TimelineEntry, newest, parts);
  }
}
