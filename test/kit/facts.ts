import { factParts } from '../../src/features/committee/facts.js';
import { asOwner } from './database.js';
import type { TestHub } from './hub.js';

/** A period of the committee's questions. */
export interface Period {
  readonly from: string;
  readonly until: string;
}

/**
 * Rebuilds the committee's stale facts now, as the hub does within a minute. Safe to run concurrently with the hub.
 * @param within only the facts of periods that lie in one of these; all if left out
 */
export function rebuildFacts(hub: TestHub, within?: readonly Period[]): Promise<void> {
  const stale = `select s.period_id, s.seen from facts.stale() s join facts.period p on p.id = s.period_id
    where $1::jsonb is null or exists (select from jsonb_to_recordset($1) w ("from" date, until date)
      where p."from" >= w."from" and p.until <= w.until)`;
  return asOwner(hub.ownerUrl, async (owner) => {
    await owner.query('select facts.extend()');
    for (;;) {
      const { rows } = await owner.query<{ period_id: number; seen: string }>(stale, [
        within ? JSON.stringify(within) : null,
      ]);
      if (rows.length === 0) return;
      for (const { period_id, seen } of rows) {
        for (const part of factParts) {
          await owner.query('select facts.rebuild($1, $2, $3)', [period_id, part, seen]);
        }
      }
    }
  });
}
