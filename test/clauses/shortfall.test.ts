import { beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { done, rightInput } from '../kit/acts.js';
import type { Client, Data, Listening } from '../kit/client.js';
import { testHub } from '../kit/hub.js';
import { registerPerson, type SeededPartner } from '../kit/town.js';
import { type Market, market, monthDay, worked } from './market.js';

const hub = testHub();
let town: Market;
let csc: Client;
let cscPartner: SeededPartner;

beforeAll(async () => {
  town = await market(hub);
  ({ client: csc, partner: cscPartner } = await hub.town.caseworker());
});

const shown = 'kind by { id } lot { id shortfall { hoursCommitted hoursForecast endedAt } }';
const listen = (client: Client, after?: string) => client.listen(`cursor ${shown}`, after, 'clauseEvents');
/** The next event of the lot; one of another that came just before the subscription may come first. */
const nextOf = async (live: Listening, lot: string): Promise<Data> => {
  for (;;) {
    const event = await live.next();
    if (event.lot.id === lot) return event;
  }
};
const shortfallOf = async (client: Client, id: string): Promise<Data> => {
  const { node } = await client.data(
    'query ($id: ID!) { node(id: $id) { ... on Lot { shortfall { hoursForecast } } } }',
    { id },
  );
  return node.shortfall;
};

/** A lot of this month and the three around it, with a contract that has just been hired. */
async function lotWithContract(hoursCommitted: number): Promise<{ lot: string; contract: string }> {
  const lot = await town.lot({ startsOn: monthDay(-1), endsOn: monthDay(2, 28), hoursCommitted });
  const person = await registerPerson(csc);
  const input = rightInput.openClauseContract(person, lot, town.company, { startsOn: monthDay(-1) });
  return { lot, contract: (await done(csc, 'openClauseContract', input)).id };
}

describe('a shortfall', () => {
  it('is told, live, to the facilitators of the programme when an act makes it, and when one makes it up', async () => {
    const { lot, contract } = await lotWithContract(300);
    const live = await listen(town.facilitator);
    const colleague = await listen((await hub.town.signedIn(town.partner, 'CLAUSE_FACILITATOR')).client);
    // 80 a month, four times: enough.
    await worked(town.facilitator, contract, { [-1]: 80 });
    expect(await shortfallOf(town.facilitator, lot)).toBeNull();
    // The contract will end before: the caseworker's act, and the facilitators' news.
    await done(csc, 'endClauseContract', { contract, endsOn: monthDay(1, 20) });
    const told = {
      kind: 'SHORTFALL',
      by: { id: cscPartner.id },
      lot: { id: lot, shortfall: { hoursCommitted: 300, hoursForecast: 240, endedAt: null } },
    };
    expect(await nextOf(live, lot)).toMatchObject(told);
    expect(await nextOf(colleague, lot)).toMatchObject(told);
    await worked(town.facilitator, contract, { 0: 140 });
    const ended = { kind: 'SHORTFALL_ENDED', by: { id: town.partner.id }, lot: { id: lot, shortfall: null } };
    const last = await live.next();
    expect(last).toMatchObject(ended);
    expect(await colleague.next()).toEqual(last);
    await Promise.all([live.stop(), colleague.stop()]);
    const rows = await hub.owner(
      'select hours_committed, hours_forecast::float8, ended_at > since as ended from lot_shortfall where lot_id = $1',
      [lot.replace(/^\w+_/, '')],
    );
    expect(rows).toEqual([{ hours_committed: 300, hours_forecast: 240, ended: true }]);
  });

  it('is told once, however many acts come while it lasts', async () => {
    const { lot, contract } = await lotWithContract(1000);
    const live = await listen(town.facilitator);
    const [entry] = await worked(town.facilitator, contract, { [-1]: 80 });
    await worked(town.facilitator, contract, { 0: 81 });
    await done(town.facilitator, 'rejectHours', { entry, reason: 'A mistake' });
    expect(await nextOf(live, lot)).toMatchObject({ kind: 'SHORTFALL' });
    const next = await lotWithContract(100);
    await worked(town.facilitator, next.contract, { [-1]: 1 });
    expect(await live.next()).toMatchObject({ kind: 'SHORTFALL', lot: { id: next.lot } });
    await live.stop();
  });

  it('comes also from hours that were validated by mistake', async () => {
    const { lot, contract } = await lotWithContract(120);
    await worked(town.facilitator, contract, { [-1]: 20 });
    const [now] = await worked(town.facilitator, contract, { 0: 60 });
    expect(await shortfallOf(town.facilitator, lot)).toBeNull();
    await done(town.facilitator, 'rejectHours', { entry: now, reason: 'Counted twice' });
    expect(await shortfallOf(town.facilitator, lot)).toEqual({ hoursForecast: 80 });
  });

  it('is not told of a lot before there is something to judge by', async () => {
    const { lot } = await lotWithContract(1000);
    const future = await town.lot({ startsOn: monthDay(2), endsOn: monthDay(9) });
    const begun = await town.lot({ startsOn: monthDay(-2), endsOn: monthDay(9) });
    expect(await shortfallOf(town.facilitator, lot)).toBeNull();
    expect(await shortfallOf(town.facilitator, future)).toBeNull();
    expect(await shortfallOf(town.facilitator, begun)).toEqual({ hoursForecast: 0 });
  });

  it('is for the facilitators of the programme: no other member sees it or hears of it', async () => {
    const other = await market(hub);
    const caseworker = (await hub.town.signedIn(town.partner)).client;
    const coordinator = (await hub.town.signedIn(town.partner, 'COORDINATOR')).client;
    const others = [other.facilitator, caseworker, coordinator, csc];
    const deaf = await Promise.all(others.map((client) => listen(client)));
    const live = await listen(town.facilitator);
    const lot = await town.lot({ startsOn: monthDay(-3) });
    expect(await nextOf(live, lot)).toMatchObject({ kind: 'SHORTFALL' });
    await hub.settled();
    for (const client of others) {
      expect(await shortfallOf(client, lot)).toBeNull();
      const { clauseEvents } = await client.data('{ clauseEvents { nodes { kind } } }');
      expect(clauseEvents.nodes).toEqual([]);
    }
    // What comes first to the other partner's facilitators is their own.
    const own = await other.lot({ startsOn: monthDay(-3) });
    expect(await (deaf[0] as Listening).next()).toMatchObject({ lot: { id: own } });
    await Promise.all([live, ...deaf].map((it) => it.stop()));
  });

  it('is told again after a cursor, with the same cursors in the query', async () => {
    const { facilitator, lot } = await market(hub);
    const live = await listen(facilitator);
    const lots = [await lot({ startsOn: monthDay(-3) }), await lot({ startsOn: monthDay(-4) })];
    const heard = [await live.next(), await live.next()];
    expect(heard.map((it) => it.lot.id)).toEqual(lots);
    await hub.settled();
    const { clauseEvents } = await facilitator.data(`{ clauseEvents { nodes { cursor ${shown} } } }`);
    expect(clauseEvents.nodes).toEqual(heard);
    const again = await listen(facilitator, heard[0].cursor);
    expect(await again.next()).toEqual(heard[1]);
    await Promise.all([live.stop(), again.stop()]);
  });

  it('is found as months go by, by any process, and told by the hub', async () => {
    await hub.settled();
    const { clauseEvents } = await town.facilitator.data('{ clauseEvents(last: 1) { nodes { cursor } } }');
    const live = await listen(town.facilitator, clauseEvents.nodes[0].cursor);
    const [begun, made] = [v7(), v7()];
    const uuid = (id: string) => id.replace(/^\w+_/, '');
    const add = (id: string, number: number, hours: number) =>
      hub.owner(
        `insert into lot (id, procurement_id, number, name, company_id, hours_committed, starts_on, ends_on)
         values ($1, $2, $3, 'Found', $4, $5, $6, $7)`,
        [id, uuid(town.procurement), number, uuid(town.company), hours, monthDay(-3), monthDay(3)],
      );
    await add(begun, 9001, 500);
    // One that was short, and whose commitment has been lowered since.
    await add(made, 9002, 1);
    await hub.owner(
      `insert into lot_shortfall (id, lot_id, since, hours_committed, hours_forecast) values ($1, $2, now(), 900, 0)`,
      [v7(), made],
    );
    await hub.owner('update lot set hours_committed = 0 where id = $1', [made]);
    // Hubs look when they start; two at once tell it once.
    const [one, two] = await Promise.all([hub.another(), hub.another()]);
    const news = [await live.next(), await live.next()];
    expect(news).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'SHORTFALL',
          by: null,
          lot: expect.objectContaining({ id: `lot_${begun}` }),
        }),
        expect.objectContaining({
          kind: 'SHORTFALL_ENDED',
          by: null,
          lot: { id: `lot_${made}`, shortfall: null },
        }),
      ]),
    );
    await Promise.all([one.stop(), two.stop()]);
    const next = await town.lot({ startsOn: monthDay(-3) });
    expect(await live.next()).toMatchObject({ lot: { id: next } });
    await live.stop();
  });

  it('tells nothing of the person whose contract it is about', async () => {
    const { contract } = await lotWithContract(100);
    await worked(town.facilitator, contract, { [-1]: 1 });
    const rows = await hub.owner<{ text: string }>(
      `select row_to_json(event)::text as text from event where topic = 'CLAUSE'`,
    );
    expect(rows.length).toBeGreaterThan(3);
    const [{ beneficiary_id: person }] = (await hub.owner(
      'select beneficiary_id from clause_contract where id = $1',
      [contract.replace(/^\w+_/, '')],
    )) as [{ beneficiary_id: string }];
    for (const { text } of rows) expect(text).not.toContain(person);
  });
});
