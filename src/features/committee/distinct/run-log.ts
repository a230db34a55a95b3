import type pg from 'pg';
import type { DistinctCountOutcome } from './distinct-count.js';
import { type EarlierRun, keptSets } from './rules.js';

/** Reads the earlier runs with a partner. */
export async function earlierRuns(client: pg.Client, partner: string): Promise<EarlierRun[]> {
  const { rows } = await client.query<EarlierRun>(
    `select r.period, r.outcome, s.digests from distinct_count r left join distinct_count_set s on s.count_id = r.id
    where r.partner_id = $1`,
    [partner],
  );
  return rows;
}

/** Logs the start of a run with partners. */
export async function logStart(
  client: pg.Client,
  run: string,
  period: string,
  partners: readonly string[],
): Promise<void> {
  await client.query(
    `insert into distinct_count (id, run, partner_id, period, started_at)
    select gen_random_uuid(), $1, partner, $2, clock_timestamp() from unnest($3::uuid[]) partner`,
    [run, period, partners],
  );
}

/**
 * Keeps the digests of the hub's persons, before their values are sent, and empties those of old runs. An empty set still
 * says that values were sent.
 */
export async function keepDigests(
  client: pg.Client,
  run: string,
  partners: readonly string[],
  digests: Buffer,
): Promise<void> {
  await client.query(
    `insert into distinct_count_set (id, count_id, digests)
    select gen_random_uuid(), id, $3 from distinct_count where run = $1 and partner_id = any ($2)`,
    [run, partners, digests],
  );
  await client.query(
    `with dropped as (
      delete from distinct_count_set s using (
        select s.id, row_number() over (partition by partner_id order by started_at desc) as place
        from distinct_count_set s join distinct_count r on r.id = count_id where s.digests <> '') kept
      where kept.id = s.id and place > ${keptSets} returning s.count_id)
    insert into distinct_count_set (id, count_id, digests) select gen_random_uuid(), count_id, '' from dropped`,
  );
}

/** Logs the end of a run with partners. @param people the noisy number of persons */
export async function logEnd(
  client: pg.Client,
  run: string,
  partners: readonly string[],
  outcome: DistinctCountOutcome,
  people: number | null = null,
): Promise<void> {
  await client.query(
    `update distinct_count set finished_at = clock_timestamp(), outcome = $3, people = $4
    where run = $1 and partner_id = any ($2)`,
    [run, partners, outcome, people],
  );
}
