import type pg from 'pg';
import type { Vector } from './figures.js';

/** Exact figures that a role reads outside the releases. */
export type Outside = 'forums' | 'lots';

/** What one person adds to each of these figures, and how exactly the figure tells it: rounding stands for noise. */
const sources: Readonly<Record<Outside, string>> = {
  // Forum.headcount, for the coordinator.
  forums: `select a.beneficiary_id as person, e.id::text as figure, sum(a.people) / 0.05 as value
    from attendance a join forum e on e.id = a.forum_id
    where a.beneficiary_id is not null and e.held_on >= $1 and e.held_on < $2 group by 1, 2`,
  // LotMonth, for the facilitators of the programme.
  lots: `select c.beneficiary_id as person, c.lot_id || '/' || h.month as figure, sum(h.hours) / 0.3 as value
    from hours_entry h join clause_contract c on c.id = h.contract_id
    where h.kind = 'WORK' and h.status = 'VALIDATED' and h.month >= $1 and h.month < $2 group by 1, 2`,
};

/** Reads each person's part of the exact figures of some calendar years. @param until the first year after them */
export async function readOutside(
  owner: pg.Client,
  outside: Outside,
  from: number,
  until: number,
): Promise<Map<string, Vector>> {
  const { rows } = await owner.query<{ person: string; figure: string; value: string }>(sources[outside], [
    `${from}-01-01`,
    `${until}-01-01`,
  ]);
  const vectors = new Map<string, Vector>();
  for (const { person, figure, value } of rows) {
    const vector = vectors.get(person) ?? new Map<string, number>();
    vectors.set(person, vector.set(figure, Number(value)));
  }
  return vectors;
}
