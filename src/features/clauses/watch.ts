import type { EntityManager } from '@mikro-orm/postgresql';
import type { Command } from '../../commands/command.js';
import { backgroundRole } from '../../database/database-role.js';
import { emitAsSystem } from '../../events/outbox.js';
import type { PeriodicTask } from '../../jobs/periodic-tasks.js';
import { Lot } from './lot.js';
import { LotShortfall } from './shortfall.js';

/**
 * Lots whose shortfall is not as their forecast says. A lot is judged once there is something to judge by:
 * one of its months is over and no longer awaited (see `lot_month`), or hours were validated.
 */
const changed = `
  select l.id as lot, g.partner_id as partner, l.hours_committed as committed, round(m.forecast, 2) as forecast,
    s.id is null as opens, clock_timestamp()::timestamptz(3) as now
  from lot l join procurement p on p.id = l.procurement_id join clause_programme g on g.id = p.programme_id
  cross join lateral (select sum(forecast) as forecast, sum(done) as done from lot_month where lot_id = l.id) m
  left join lot_shortfall s on s.lot_id = l.id and s.ended_at is null
  where (s.id is not null) <> (round(m.forecast, 2) < l.hours_committed and (m.done > 0
    or l.starts_on < date_trunc('month', now() at time zone 'Europe/Paris') - interval '1 month'))`;

interface Changed {
  readonly lot: string;
  readonly partner: string;
  readonly committed: number;
  readonly forecast: string;
  readonly opens: boolean;
  readonly now: Date;
}

const keyOfLot = `hashtextextended('clause lot ' || ?::text, 0)`;

/**
 * Keeps the contracts and hours of lots from all other acts until this one is over, and takes the act's
 * time: so acts on one lot, and what is told of it, come one after the other.
 */
export async function hold(command: Command, lots: readonly string[]): Promise<void> {
  for (const lot of [...new Set(lots)].sort()) {
    await command.em.execute(`select pg_advisory_xact_lock(${keyOfLot})`, [lot]);
  }
  await command.assignTransactionId();
}

/** After an act on lots that it holds: opens or ends their shortfalls, and tells the programme's facilitators. */
export async function watch(command: Command, lots: readonly string[]): Promise<void> {
  const found: Changed[] = [];
  await command.asSystem(async () => {
    for (const lot of new Set(lots)) {
      const change = await record(command.em, lot);
      if (change) found.push(change);
    }
  });
  for (const { lot, partner, opens } of found) {
    command.emit({ topic: 'CLAUSE', kind: kindOf(opens), subject: lot, to: [partner] });
  }
}

/** Finds what changes as months go by, with nobody's act. */
export const findShortfalls: PeriodicTask = {
  name: 'shortfalls of lots',
  every: 3_600_000,
  async run({ database }) {
    const [rows = []] = await database.reader.read<Changed>(backgroundRole, [{ text: changed, values: [] }]);
    for (const { lot } of rows) {
      await database.write(backgroundRole, async (em) => {
        const [{ free }] = (await em.execute(`select pg_try_advisory_xact_lock(${keyOfLot}) as free`, [
          lot,
        ])) as [{ free: boolean }];
        // Whoever holds it watches it.
        const change = free && (await record(em, lot));
        if (!change) return;
        const { partner, opens } = change;
        await emitAsSystem(em, [{ partner, topic: 'CLAUSE', kind: kindOf(opens), subject: lot }]);
      });
    }
  },
};

function kindOf(opens: boolean): 'SHORTFALL' | 'SHORTFALL_ENDED' {
  return opens ? 'SHORTFALL' : 'SHORTFALL_ENDED';
}

/** Brings a lot's shortfall in line with its forecast, if it is not. */
async function record(em: EntityManager, lot: string): Promise<Changed | undefined> {
  const [row] = (await em.execute(`${changed} and l.id = ?`, [lot])) as Changed[];
  if (!row) return undefined;
  const now = new Date(row.now);
  if (row.opens) {
    em.create(LotShortfall, {
      lot: em.getReference(Lot, lot),
      since: now,
      hoursCommitted: row.committed,
      hoursForecast: Number(row.forecast),
    });
  } else {
    const open = await em.findOneOrFail(LotShortfall, { lot, endedAt: null });
    open.endedAt = now;
  }
  await em.flush();
  return row;
}
