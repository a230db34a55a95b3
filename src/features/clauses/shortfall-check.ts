import type { EntityManager } from '@mikro-orm/postgresql';
import type { Command } from '../../commands/command.js';
import { backgroundRole } from '../../database/database-role.js';
import { emitAsSystem } from '../../events/outbox.js';
import type { PeriodicTask } from '../../jobs/periodic-tasks.js';
import { Lot } from './lot.js';
import { LotShortfall } from './shortfall.js';

/**
 * Lots whose shortfall does not match their forecast. A lot is checked once it has data: hours were validated, or
 * the month after one of its months is over (see `lot_month`).
 */
const changed = `
  select l.id as lot, g.partner_id as partner, l.hours_committed as committed, m.forecast, s.id is null as opens,
    clock_timestamp()::timestamptz(3) as now
  from lot l join procurement p on p.id = l.procurement_id join clause_programme g on g.id = p.programme_id
  cross join lateral access.hours_of(l.id) m
  left join lot_shortfall s on s.lot_id = l.id and s.ended_at is null
  where (s.id is not null) <> (m.forecast < l.hours_committed and (m.done > 0
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
 * Locks the contracts and hours of lots until the end of the command's transaction, and then assigns the
 * transaction id. So commands on one lot, and the events about it, are serialised.
 */
export async function lockLots(command: Command, lots: readonly string[]): Promise<void> {
  for (const lot of [...new Set(lots)].sort()) {
    await command.em.execute(`select pg_advisory_xact_lock(${keyOfLot})`, [lot]);
  }
  await command.assignTransactionId();
}

/** Opens or ends the shortfalls of lots that the command has locked, and notifies the programme's facilitators. */
export async function updateShortfalls(command: Command, lots: readonly string[]): Promise<void> {
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

/**
 * Lots whose forecast the passing of time can still change: all months of a lot are known from two months after its
 * last one. Later only commands change it, so that hours of a past funding period that are erased open no shortfall.
 */
const running = `l.ends_on >= date_trunc('month', now() at time zone 'Europe/Paris') - interval '2 months'`;

/** Finds shortfalls that begin or end with the passing of time, without a command. */
export const findShortfalls: PeriodicTask = {
  name: 'shortfalls of lots',
  every: 3_600_000,
  async run({ database }) {
    const [rows = []] = await database.reader.read<Changed>(backgroundRole, [
      { text: `${changed} and ${running}`, values: [] },
    ]);
    for (const { lot } of rows) {
      await database.write(backgroundRole, async (em) => {
        const [{ free }] = (await em.execute(`select pg_try_advisory_xact_lock(${keyOfLot}) as free`, [
          lot,
        ])) as [{ free: boolean }];
        // The command that holds the lock updates the shortfall itself.
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
