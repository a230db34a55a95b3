import type { EntityManager } from '@mikro-orm/postgresql';
import { backgroundRole } from '../../../database/database-role.js';
import { emitAsSystem } from '../../../events/outbox.js';
import { raw, type Sql, sql, statement } from '../../../graphql/read/sql.js';
import type { PeriodicTask } from '../../../jobs/periodic-tasks.js';
import { Partner } from '../../partners/index.js';

/** How far back questions are compared, in hours. */
export const hoursWatched = 24;

/**
 * From how many different overlapping questions on the coordinator and the data protection officer are alerted. A sitting
 * is prepared with fewer. A member who subtracts figures from one another needs many more.
 */
export const overlapLimit = 50;

/** A column of the question that others are compared with, by its property. */
type ColumnOf = (property: keyof typeof columns) => Sql;

const columns = { member: 'member_id', askedAt: 'asked_at', question: 'question' } as const;

/**
 * SQL for the number of different questions, the given one included, that its member had asked until then about the same
 * subject and overlapping periods. Two questions differ in their measures, splits or filters.
 */
export function overlapping(column: ColumnOf): Sql {
  const question = column('question');
  return sql`(select count(distinct (o.question -> 'measures', o.question -> 'by', o.question -> 'filter'))::int
    from committee_question o
    where o.member_id = ${column('member')}
      and o.asked_at <= ${column('askedAt')} and o.asked_at > ${column('askedAt')} - interval '${raw(String(hoursWatched))} hours'
      and o.question ->> 'subject' = ${question} ->> 'subject'
      and o.question ->> 'from' < ${question} ->> 'until' and o.question ->> 'until' > ${question} ->> 'from')`;
}

/** One question too many of each member who asked a series of overlapping ones and of whom nobody was told lately. */
const questionsToTell = statement(sql`
  select distinct on (q.member_id) q.id
  from committee_question q
  where q.asked_at > now() - interval '${raw(String(hoursWatched))} hours'
    and ${overlapping((property) => raw(`q.${columns[property]}`))} >= ${raw(String(overlapLimit))}
    and not exists (
      select from event e join committee_question told on told.id = e.subject
      where e.topic = 'QUESTION' and e.kind = 'OVERLAPPING' and told.member_id = q.member_id
        and e.at > now() - interval '${raw(String(hoursWatched))} hours'
    )
  order by q.member_id, q.asked_at`).text;

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
