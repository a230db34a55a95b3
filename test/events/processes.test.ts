import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import WebSocket from 'ws';
import { Client } from '../kit/client.js';
import { expectSoon } from '../kit/figures.js';
import { testHub } from '../kit/hub.js';
import { HubProcess } from '../kit/process.js';
import { registerPerson, type SeededMember, type SeededPartner, sendReferral } from '../kit/town.js';

const median = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] as number;
const since = (start: number) => Math.round(performance.now() - start);

describe('hub processes on one database', () => {
  let one: HubProcess;
  let other: HubProcess;
  let sender: { member: SeededMember; partner: SeededPartner; client: Client };
  let receiver: typeof sender;
  let person: string;

  // Stops before the test hub, which drops the database at its end.
  afterAll(async () => {
    await Promise.all([one.stop(), other.stop()]);
  });
  const town = testHub();
  beforeAll(async () => {
    const start = () => HubProcess.start({ DATABASE_URL: town.ownerUrl });
    [one, other] = await Promise.all([start(), start()]);
    sender = await town.town.caseworker();
    receiver = await town.town.caseworker();
    person = await registerPerson(sender.client);
  });

  const listeners = async () => {
    const rows = await town.owner<{ pid: number }>(
      `select pid from pg_stat_activity
        where datname = current_database() and application_name = 'partner-hub wake-ups'`,
    );
    return rows.map(({ pid }) => pid);
  };

  it('accept the tokens that another process issued', async () => {
    const { token } = await one.as(sender.member);
    const { viewer } = await new Client(other.url, token).data('{ viewer { member { id } } }');
    expect(viewer.member.id).toBe(`member_${sender.member.key}`);
  });

  it('deliver an event of one process to subscribers of another within milliseconds', async () => {
    const acting = await one.as(sender.member);
    const listening = await (await other.as(receiver.member)).listen('kind referral { id }');
    const took: number[] = [];
    for (let run = 0; run < 20; run++) {
      const delivered = listening.next().then((event) => ({ event, at: performance.now() }));
      const id = await sendReferral(acting, person, receiver.partner);
      const answered = performance.now();
      const { event, at } = await delivered;
      expect(event.referral.id).toBe(id);
      took.push(Math.max(0, at - answered));
    }
    await listening.stop();
    const shown = took.map((ms) => ms.toFixed(1)).join(' ');
    process.stdout.write(
      `from answer to the other process, median ${median(took).toFixed(1)} ms: ${shown}\n`,
    );
    // Transactions of other test files delay some of the events.
    expectSoon(took.toSorted((a, b) => a - b)[4] as number, 100);
  });

  it('poll for each other’s events when the wake-up connection is lost, and reconnect', async () => {
    const acting = await one.as(sender.member);
    const listening = await (await other.as(receiver.member)).listen('referral { id }');
    const send = async () => {
      const id = await sendReferral(acting, person, receiver.partner);
      const start = performance.now();
      expect((await listening.next()).referral.id).toBe(id);
      return since(start);
    };
    const polled: number[] = [];
    for (let run = 0; run < 3; run++) {
      const before = await listeners();
      expect(before).toHaveLength(3);
      await town.owner('select pg_terminate_backend(pid) from unnest($1::int[]) pid', [before]);
      polled.push(await send());
      let back: number[] = [];
      while (back.length < 3 || back.some((pid) => before.includes(pid))) {
        await pause(50);
        back = await listeners();
      }
    }
    const woken: number[] = [];
    for (let run = 0; run < 5; run++) woken.push(await send());
    process.stdout.write(
      `without wake-ups ${polled.join(', ')} ms; with them again ${woken.join(', ')} ms\n`,
    );
    expectSoon(median(polled), 1500);
    expectSoon(median(woken), 250);
    expect(other.output.join('\n')).toContain('the wake-up connection was lost');
    await listening.stop();
  });

  it('survive a client that requests an upgrade on another path and disconnects', async () => {
    const { port } = new URL(other.url);
    for (let i = 0; i < 20; i++) {
      const socket = connect(Number(port), '127.0.0.1');
      await once(socket, 'connect');
      socket.write('GET /elsewhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
      socket.resetAndDestroy();
    }
    expect((await fetch(`${other.url}/health/ready`)).status).toBe(200);
  });

  it('stop within seconds although a client does not respond, and close sockets with 1001', async () => {
    const third = await HubProcess.start({ DATABASE_URL: town.ownerUrl });
    const open = async () => {
      const socket = new WebSocket(`${third.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
      await once(socket, 'open');
      return socket;
    };
    const deaf = await open();
    deaf.pause();
    const closed = once(await open(), 'close');
    const start = performance.now();
    expect(await third.stop()).toBe(0);
    expectSoon(since(start), 6000);
    expect((await closed)[0]).toBe(1001);
    deaf.terminate();
  });
});
