import type { EntityManager } from '@mikro-orm/postgresql';
import { backgroundRole } from '../../../database/database-role.js';
import { emitAsSystem } from '../../../events/outbox.js';
import type { PeriodicTask } from '../../../jobs/periodic-tasks.js';
import { Partner } from '../../partners/index.js';

/** How far back questions are compared, in hours. */
export const hoursWatched = 24;

/**
 * From how many different overlapping questions on the coordinator and the data protection officer are alerted. A sitting
 * is prepared with fewer. A member who subtracts figures from one another needs many more.
 */
export const overlapLimit = 50;

/** What of a question is logged and compared. */
export interface LoggedQuestion {
  readonly subject: string;
  readonly from: string;
  readonly until: string | undefined;
}

/**
 * The number of different questions, the given one included, that the member has asked until now about the same subject
 * and overlapping periods. Two questions differ in their measures, splits or filters. Counted once, when a question is
 * logged, so that the log and the alert take no longer when somebody asks thousands of questions. Questions of a member
 * that are asked at the same time wait for each other, or none of them would count the others.
 */
export async function countOverlapping(
  em: EntityManager,
  member: string,
  question: LoggedQuestion,
): Promise<number> {
  await em.execute("select pg_advisory_xact_lock(hashtextextended('questions of ' || ?::text, 0))::text", [
    member,
  ]);
  const [{ count }] = (await em.execute(countOfOverlapping, [JSON.stringify(question), member])) as [
    { count: number },
  ];
  return count;
}

const hoursBefore = `interval '${hoursWatched} hours'`;

const countOfOverlapping = `
  with asked as (select ?::jsonb as question)
  select count(*)::int from (
    select o.question -> 'measures', o.question -> 'by', o.question -> 'filter'
    from committee_question o, asked
    where o.member_id = ? and o.asked_at > now() - ${hoursBefore}
      and o.question ->> 'subject' = asked.question ->> 'subject'
      and o.question ->> 'from' < asked.question ->> 'until' and o.question ->> 'until' > asked.question ->> 'from'
    union
    select question -> 'measures', question -> 'by', question -> 'filter' from asked
  ) different`;

/** One question too many of each member who asked a series of overlapping ones and of whom nobody was told lately. */
const questionsToTell = `
  select distinct on (q.member_id) q.id
  from committee_question q
  where q.asked_at > now() - ${hoursBefore} and q.overlapping >= ${overlapLimit}
    and not exists (
      select from event e join committee_question told on told.id = e.subject
      where e.topic = 'QUESTION' and e.kind = 'OVERLAPPING' and told.member_id = q.member_id
        and e.at > now() - ${hoursBefore}
    )
  order by q.member_id, q.asked_at`;

/** Alerts the town's coordinator and data protection officer of overlapping questions: once a day for each member. */
export const alertOfOverlapping: PeriodicTask = {
  name: 'overlapping questions',
  every: 60_000,
  run: ({ database }) => database.write(backgroundRole, tellOfOverlapping),
};

/** Tells of the members who asked overlapping questions. Runs as `hub_system`. */
async function tellOfOverlapping(em: EntityManager): Promise<void> {
  // Two hubs that look at the same time tell once.
  const [{ free }] = (await em.execute(
    "select pg_try_advisory_xact_lock(hashtextextended('overlapping questions', 0)) as free",
  )) as [{ free: boolean }];
  if (!free) return;
  const questions = (await em.execute(questionsToTell)) as { id: string }[];
  const towns = await em.find(Partner, { kind: 'TOWN' }, { fields: ['id'] });
  await emitAsSystem(
    em,
    questions.flatMap(({ id }) =>
      towns.map((town) => ({
        partner: town.id,
        topic: 'QUESTION' as const,
        kind: 'OVERLAPPING',
        subject: id,
      })),
    ),
  );
}
