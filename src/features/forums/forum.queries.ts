import { Args, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { inRole } from '../../access/policies.js';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { Computed, Reads, type RowQuery, selectMany, selectOne } from '../../graphql/read/declare.js';
import { orderBy } from '../../graphql/read/order.js';
import type { Row } from '../../graphql/read/row.js';
import { raw, sql } from '../../graphql/read/sql.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { Referral } from '../referrals/index.js';
import { Attendance } from './attendance.js';
import { Exhibitor } from './exhibitor.js';
import { Forum } from './forum.js';

const ForumConnection = connectionOf('Forum', () => Forum, true);
const ExhibitorConnection = connectionOf('Exhibitor', () => Exhibitor, true);
const AttendanceConnection = connectionOf('Attendance', () => Attendance, true);

const latestForum = orderBy('FORUM_LATEST', { heldOn: 'date', id: 'uuid' }, 'descending');
const asAdded = orderBy('EXHIBITOR_ADDED', { id: 'uuid' });
const latestAttendance = orderBy(
  'ATTENDANCE_LATEST',
  { recordedAt: 'timestamptz', id: 'uuid' },
  'descending',
);

@Resolver(() => Forum)
export class ForumQueries {
  @Query(() => ForumConnection, {
    description: 'The employment forums, the latest first. Seen by every member.',
  })
  @Reads()
  forums(@Args() _: PageArgs): RowQuery {
    return selectMany(Forum, latestForum);
  }

  @FieldResolver(() => ExhibitorConnection, {
    description: 'The exhibitors, in the order in which they were added.',
  })
  @Reads()
  exhibitors(@Args() _: PageArgs, @Root() forum: Row): RowQuery {
    return selectMany(
      Exhibitor,
      asAdded,
      (exhibitor) => sql`${exhibitor.column('forum')} = ${forum.column('id')}`,
    );
  }

  @FieldResolver(() => AttendanceConnection, {
    description:
      'The attendances, the last recorded first: every count without names, and the persons whom the viewer’s partner sees with scope PATHWAY.',
  })
  @Reads()
  attendances(@Args() _: PageArgs, @Root() forum: Row): RowQuery {
    return selectMany(
      Attendance,
      latestAttendance,
      (attendance) => sql`${attendance.column('forum')} = ${forum.column('id')}`,
    );
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'The number of people who came, counted without names or recorded as persons. For the town’s coordinator, and for viewers who see all these persons. Null for other members; they can read the committee’s figures.',
  })
  @Computed(
    (forum) => sql`(select c.people from access.counted_at(${forum.column('id')}) c
      where ${raw(inRole('COORDINATOR'))}
        or c.records = (select count(*) from attendance seen where seen.forum_id = ${forum.column('id')}))`,
  )
  headcount(): never {
    throw new Error('read by the engine');
  }
}

@Resolver(() => Beneficiary)
export class BeneficiaryAttendances {
  @FieldResolver(() => AttendanceConnection, {
    description: 'The person’s attendances at forums, the last recorded first. Empty below scope PATHWAY.',
  })
  @Reads()
  attendances(@Args() _: PageArgs, @Root() person: Row): RowQuery {
    return selectMany(
      Attendance,
      latestAttendance,
      (attendance) => sql`${attendance.column('beneficiary')} = ${person.column('id')}`,
    );
  }
}

@Resolver(() => Referral)
export class ReferralAttendance {
  @FieldResolver(() => Attendance, {
    nullable: true,
    description:
      'The contact at a forum from which the referral results. Null when there is none, and unless the viewer’s partner sees the person with scope PATHWAY.',
  })
  @Reads()
  attendance(_: unknown, @Root() referral: Row): RowQuery {
    return selectOne(
      Attendance,
      (attendance) => sql`${attendance.column('referral')} = ${referral.column('id')}`,
    );
  }
}
