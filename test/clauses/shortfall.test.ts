import { beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import type { Client, Data, Subscription } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
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
const listen = (client: Client, after?: string) => client.subscribe(`cursor ${shown}`, after, 'clauseEvents');
/** The next event of the lot. Skips events of other lots from just before the subscription. */
const nextOf = async (live: Subscription, lot: string): Promise<Data> => {
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

/** A lot from the last month to two months ahead, with a contract that starts last month. */
async function lotWithContract(hoursCommitted: number): Promise<{ lot: string; contract: string }> {
  const lot = await town.lot({ startsOn: monthDay(-1), endsOn: monthDay(2, 28), hoursCommitted });
  const person = await registerPerson(csc);
  const input = validInput.openClauseContract(person, lot, town.company, { startsOn: monthDay(-1) });
  return { lot, contract: (await runCommand(csc, 'openClauseContract', input)).id };
}

describe('a shortfall', () => {
  it('is delivered live to the programme’s facilitators when a command opens it and when a command ends it', async () => {
    const { lot, contract } = await lotWithContract(300);
    const live = await listen(town.facilitator);
    const colleague = await listen(
      (await hub.town.signedInMember(town.partner, 'CLAUSE_FACILITATOR')).client,
    );
    // 80 hours in each of four months reach the commitment.
    await worked(town.facilitator, contract, { [-1]: 80 });
    expect(await shortfallOf(town.facilitator, lot)).toBeNull();
    // The caseworker's command ends the contract earlier; the facilitators receive the event.
    await runCommand(csc, 'endClauseContract', { contract, endsOn: monthDay(1, 20) });
    const opened = {
      kind: 'SHORTFALL',
      by: { id: cscPartner.id },
      lot: { id: lot, shortfall: { hoursCommitted: 300, hoursForecast: 240, endedAt: null } },
    };
    expect(await nextOf(live, lot)).toMatchObject(opened);
    expect(await nextOf(colleague, lot)).toMatchObject(opened);
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

  it('is delivered once, even if more commands run while it is open', async () => {
    const { lot, contract } = await lotWithContract(1000);
    const live = await listen(town.facilitator);
    const [entry] = await worked(town.facilitator, contract, { [-1]: 80 });
    await worked(town.facilitator, contract, { 0: 81 });
    await runCommand(town.facilitator, 'rejectHours', { entry, reason: 'A mistake' });
    expect(await nextOf(live, lot)).toMatchObject({ kind: 'SHORTFALL' });
    const next = await lotWithContract(100);
    await worked(town.facilitator, next.contract, { [-1]: 1 });
    expect(await live.next()).toMatchObject({ kind: 'SHORTFALL', lot: { id: next.lot } });
    await live.stop();
  });

  it('also opens when validated hours are rejected', async () => {
    const { lot, contract } = await lotWithContract(120);
    await worked(town.facilitator, contract, { [-1]: 20 });
    const [now] = await worked(town.facilitator, contract, { 0: 60 });
    expect(await shortfallOf(town.facilitator, lot)).toBeNull();
    await runCommand(town.facilitator, 'rejectHours', { entry: now, reason: 'Counted twice' });
    expect(await shortfallOf(town.facilitator, lot)).toEqual({ hoursForecast: 80 });
  });

  it('is not opened for a lot without validated hours before its first month is known', async () => {
    const { lot } = await lotWithContract(1000);
    const future = await town.lot({ startsOn: monthDay(2), endsOn: monthDay(9) });
    const begun = await town.lot({ startsOn: monthDay(-2), endsOn: monthDay(9) });
    expect(await shortfallOf(town.facilitator, lot)).toBeNull();
    expect(await shortfallOf(town.facilitator, future)).toBeNull();
    expect(await shortfallOf(town.facilitator, begun)).toEqual({ hoursForecast: 0 });
  });

  it('is seen by and delivered to the programme’s facilitators only', async () => {
    const other = await market(hub);
    const caseworker = (await hub.town.signedInMember(town.partner)).client;
    const coordinator = (await hub.town.signedInMember(town.partner, 'COORDINATOR')).client;
    const others = [other.facilitator, caseworker, coordinator, csc];
    const otherListeners = await Promise.all(others.map((client) => listen(client)));
    const live = await listen(town.facilitator);
    const lot = await town.lot({ startsOn: monthDay(-3) });
    expect(await nextOf(live, lot)).toMatchObject({ kind: 'SHORTFALL' });
    await hub.settled();
    for (const client of others) {
      expect(await shortfallOf(client, lot)).toBeNull();
      const { clauseEvents } = await client.data('{ clauseEvents { nodes { kind } } }');
      expect(clauseEvents.nodes).toEqual([]);
    }
    // The first event for the other partner's facilitators is about their own lot.
    const own = await other.lot({ startsOn: monthDay(-3) });
    expect(await (otherListeners[0] as Subscription).next()).toMatchObject({ lot: { id: own } });
    await Promise.all([live, ...otherListeners].map((it) => it.stop()));
  });

  it('is delivered again after a cursor; the query gives the same cursors', async () => {
    const { facilitator, lot } = await market(hub);
    const live = await listen(facilitator);
    const lots = [await lot({ startsOn: monthDay(-3) }), await lot({ startsOn: monthDay(-4) })];
    const received = [await live.next(), await live.next()];
    expect(received.map((it) => it.lot.id)).toEqual(lots);
    await hub.settled();
    const { clauseEvents } = await facilitator.data(`{ clauseEvents { nodes { cursor ${shown} } } }`);
    expect(clauseEvents.nodes).toEqual(received);
    const again = await listen(facilitator, received[0].cursor);
    expect(await again.next()).toEqual(received[1]);
    await Promise.all([live.stop(), again.stop()]);
  });

  it('is opened and ended by the periodic task of any process, with one event without a partner', async () => {
    await hub.settled();
    const { clauseEvents } = await town.facilitator.data('{ clauseEvents(last: 1) { nodes { cursor } } }');
    const live = await listen(town.facilitator, clauseEvents.nodes[0].cursor);
    const [fallenShort, madeUp, lastKnown, longOver] = [v7(), v7(), v7(), v7()];
    const uuid = (id: string) => id.replace(/^\w+_/, '');
    const add = (id: string, number: number, hours: number, endsOn = monthDay(3)) =>
      hub.owner(
        `insert into lot (id, procurement_id, number, name, company_id, hours_committed, starts_on, ends_on)
         values ($1, $2, $3, 'Found', $4, $5, $6, $7)`,
        [id, uuid(town.procurement), number, uuid(town.company), hours, monthDay(-5), endsOn],
      );
    await add(fallenShort, 9001, 500);
    await add(lastKnown, 9003, 500, monthDay(-2, 1));
    await add(longOver, 9004, 500, monthDay(-3, 28));
    // A lot with an open shortfall whose commitment has been lowered since.
    await add(madeUp, 9002, 1);
    await hub.owner(
      `insert into lot_shortfall (id, lot_id, since, hours_committed, hours_forecast) values ($1, $2, now(), 900, 0)`,
      [v7(), madeUp],
    );
    await hub.owner('update lot set hours_committed = 0 where id = $1', [madeUp]);
    // Hubs run the task when they start. Two hubs that start together deliver one event.
    const [one, two] = await Promise.all([hub.startAnother(), hub.startAnother()]);
    const events = [await live.next(), await live.next(), await live.next()];
    const found = (lot: string) =>
      expect.objectContaining({
        kind: 'SHORTFALL',
        by: null,
        lot: expect.objectContaining({ id: `lot_${lot}` }),
      });
    expect(events).toEqual(
      expect.arrayContaining([
        found(fallenShort),
        found(lastKnown),
        expect.objectContaining({
          kind: 'SHORTFALL_ENDED',
          by: null,
          lot: { id: `lot_${madeUp}`, shortfall: null },
        }),
      ]),
    );
    await Promise.all([one.stop(), two.stop()]);
    const next = await town.lot({ startsOn: monthDay(-3) });
    expect(await live.next()).toMatchObject({ lot: { id: next } });
    await live.stop();
  });

  it('has events without any data of the person who holds the contract', async () => {
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
