import { factParts } from '../../src/features/committee/facts.js';
import { asOwner } from './database.js';
import type { TestHub } from './hub.js';

/** Rebuilds the committee's stale facts now, as the hub does within a minute. Safe to run concurrently with the hub. */
export function rebuildFacts(hub: TestHub): Promise<void> {
  return asOwner(hub.ownerUrl, async (owner) => {
    await owner.query('select facts.extend()');
    for (;;) {
      const { rows } = await owner.query<{ period_id: number; seen: string }>('select * from facts.stale()');
      if (rows.length === 0) return;
      for (const { period_id, seen } of rows) {
        for (const part of factParts) {
          await owner.query('select facts.rebuild($1, $2, $3)', [period_id, part, seen]);
        }
      }
    }
  });
}
