import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Data } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { randomFrom } from '../kit/random.js';
import { registerPerson } from '../kit/town.js';
import { type Market, market, monthDay, worked } from './market.js';

const hub = testHub();
let town: Market;
let csc: Client;

beforeAll(async () => {
  town = await market(hub);
  ({ client: csc } = await hub.town.caseworker());
});

async function hire(lot: string, changes: object): Promise<string> {
  const input = validInput.openClauseContract(await registerPerson(csc), lot, town.company, { ...changes });
  return (await runCommand(csc, 'openClauseContract', input)).id;
}

const query = `query ($id: ID!) { node(id: $id) { ... on Lot {
  hoursDone expected: hoursForecast months { month due done forecast } } } }`;
const read = async (client: Client, id: string): Promise<Data> => (await client.data(query, { id })).node;

describe('the months of a lot', () => {
  it('give the due, done and forecast hours, equal to values computed by hand', async () => {
    const lot = await town.lot({ startsOn: monthDay(-6, 15), endsOn: monthDay(5, 2), hoursCommitted: 1000 });
    const steady = await hire(lot, { startsOn: monthDay(-6, 20) });
    const short = await hire(lot, { startsOn: monthDay(-2, 1), endsOn: monthDay(1, 10) });
    await hire(lot, { startsOn: monthDay(0) });
    // Five known months, one of them without hours: 400 / 5 = 80 a month.
    await worked(town.facilitator, steady, { [-6]: 100, [-5]: 120, [-3]: 80, [-2]: 100 });
    // The last month is known by its hours, the month before it is known to have none: 60 / 2 = 30 a month, for two more months.
    await worked(town.facilitator, short, { [-1]: 60 });
    // Hours that are only declared, rejected or not of the kind WORK do not count.
    const other = { contract: steady, month: monthDay(-4), kind: 'WORK', hours: 40 };
    const training = { ...other, month: monthDay(-1), kind: 'TRAINING', hours: 20 };
    const entries: Data[] = await runCommand(csc, 'declareHours', validInput.declareHours(other, training));
    await runCommand(town.facilitator, 'validateHours', { entries: [entries[1].id] });
    await runCommand(town.facilitator, 'rejectHours', { entry: entries[0].id, reason: 'Not there' });
    await runCommand(csc, 'declareHours', validInput.declareHours({ ...other, hours: 41 }));

    const due = [83.33, 83.34, 83.33, 83.33, 83.34, 83.33, 83.33, 83.34, 83.33, 83.33, 83.34, 83.33];
    const doneHours = [100, 120, 0, 80, 100, 60, 0, 0, 0, 0, 0, 0];
    const forecast = [100, 120, 0, 80, 100, 140, 110, 110, 80, 80, 80, 80];
    const months = due.map((hours, index) => ({
      month: monthDay(index - 6),
      due: hours,
      done: doneHours[index],
      forecast: forecast[index],
    }));
    expect(await read(town.facilitator, lot)).toEqual({ hoursDone: 460, expected: 1080, months });
  });

  it('show sums to viewers who see all contracts, and null to other viewers', async () => {
    const lot = await town.lot({ startsOn: monthDay(-3), endsOn: monthDay(2, 28), hoursCommitted: 600 });
    const own = await hire(lot, { startsOn: monthDay(-3) });
    await worked(town.facilitator, own, { [-3]: 50 });
    const { client: relais } = await hub.town.caseworker();
    const person = await registerPerson(relais);
    const right = validInput.openClauseContract(person, lot, town.company, { startsOn: monthDay(-3) });
    const { id: theirs } = await runCommand(relais, 'openClauseContract', right);
    await worked(town.facilitator, theirs, { [-3]: 7 });
    const { facilitator: elsewhere } = await market(hub);
    const seen = [csc, relais, town.facilitator, elsewhere].map((client) => read(client, lot));
    expect((await Promise.all(seen)).map(({ hoursDone }) => hoursDone)).toEqual([null, null, 57, null]);
    const [month] = (await read(csc, lot)).months;
    expect(month).toMatchObject({ due: expect.any(Number), done: null, forecast: null });
  });

  it('equal a simple computation on random contracts and hours', async () => {
    const { random } = randomFrom('MONTHS_SEED');
    const below = (limit: number) => random.below(limit);
    for (let round = 0; round < 6; round++) {
      const [first, last] = [-8 + below(6), below(8)];
      const committed = 1 + below(5000);
      const lot = await town.lot({
        startsOn: monthDay(first, 1 + below(28)),
        endsOn: monthDay(last, 28),
        hoursCommitted: committed,
      });
      const contracts: { start: number; end: number; hours: Map<number, number> }[] = [];
      for (let count = below(4); count >= 0; count--) {
        const start = first + 1 + below(-first);
        const end = below(2) ? last : Math.max(start, start + below(8));
        const id = await hire(lot, {
          startsOn: monthDay(start),
          endsOn: below(2) ? null : monthDay(end, 28),
        });
        const { node } = await csc.data(
          'query ($id: ID!) { node(id: $id) { ... on ClauseContract { endsOn } } }',
          { id },
        );
        const until = node.endsOn ? Math.min(end, last) : last;
        const hours = new Map<number, number>();
        for (let month = start; month <= Math.min(until, 0); month++) {
          if (below(3)) hours.set(month, (1 + below(15_167)) / 100);
        }
        if (hours.size > 0) await worked(town.facilitator, id, Object.fromEntries(hours));
        contracts.push({ start, end: until, hours });
      }
      const paces = contracts.map(({ start, end, hours }) => {
        let [sum, known] = [0, 0];
        for (let month = start; month <= end; month++) {
          if (!hours.has(month) && month >= -1) continue;
          sum += hours.get(month) ?? 0;
          known += 1;
        }
        return known > 0 ? sum / known : 0;
      });
      const { months, hoursDone, expected } = await read(town.facilitator, lot);
      const totals = { due: 0, done: 0, forecast: 0 };
      expect(months).toHaveLength(last - first + 1);
      for (const [index, month] of (months as Data[]).entries()) {
        const at = first + index;
        let [done, forecast] = [0, 0];
        for (const [place, { start, end, hours }] of contracts.entries()) {
          if (at < start || at > end) continue;
          done += hours.get(at) ?? 0;
          forecast += hours.get(at) ?? (at < -1 ? 0 : (paces[place] ?? 0));
        }
        expect(month.month).toBe(monthDay(at));
        expect(month.done).toBeCloseTo(done, 6);
        expect(Math.abs(month.forecast - forecast)).toBeLessThan(0.00501);
        expect(Math.abs(month.due - committed / months.length)).toBeLessThan(0.011);
        totals.due += month.due;
        totals.done += done;
        totals.forecast += forecast;
      }
      expect(totals.due).toBeCloseTo(committed, 6);
      expect(hoursDone).toBeCloseTo(totals.done, 6);
      expect(Math.abs(expected - totals.forecast)).toBeLessThan(0.00501);
    }
  });
});
