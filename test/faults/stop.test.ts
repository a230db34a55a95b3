import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import WebSocket from 'ws';
import { Client, type Data } from '../kit/client.js';
import { rightInput } from '../kit/commands.js';
import { asOwner } from '../kit/database.js';
import { expectSoon, figure } from '../kit/figures.js';
import { testHub } from '../kit/hub.js';
import { HubProcess } from '../kit/process.js';
import { RawSocket } from '../kit/raw-socket.js';
import { openPathway, registerPerson, type SeededMember } from '../kit/town.js';
import { until } from '../kit/until.js';

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;

describe('a hub that gets SIGTERM under load', () => {
  const hub = testHub();
  const started: HubProcess[] = [];
  let member: SeededMember;
  afterAll(() => Promise.all(started.map((it) => it.kill())));
  beforeAll(async () => {
    member = await hub.town.member(await hub.town.partner());
  });

  async function start(): Promise<HubProcess> {
    const one = await HubProcess.start({ DATABASE_URL: hub.ownerUrl });
    started.push(one);
    return one;
  }

  /** Starts a command that waits for a lock, and runs a function meanwhile. */
  async function whileActing(
    client: Client,
    work: (command: Promise<string>, letGo: () => Promise<unknown>) => Promise<void>,
  ): Promise<void> {
    await asOwner(hub.ownerUrl, async (owner) => {
      await owner.query('begin; lock table idempotency_key in access exclusive mode');
      const command = registerPerson(client);
      command.catch(() => {});
      await until(async () => {
        const waiting = "select from pg_locks where not granted and relation = 'idempotency_key'::regclass";
        return (await owner.query(waiting)).rowCount || undefined;
      });
      await work(command, () => owner.query('rollback'));
    });
  }

  it('finishes running requests, closes its sockets with 1001 and accepts nothing new', async () => {
    const server = await start();
    const client = await server.as(member);
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await once(socket, 'open');
    const { hostname, port } = new URL(server.url);
    const halfAsked = net.connect(Number(port), hostname);
    halfAsked.write('GET /health/ready HTTP/1.1\r\nhost: hub\r\n');

    await whileActing(client, async (command, letGo) => {
      const closed = once(socket, 'close');
      const stopped = server.stop();
      expect((await closed)[0]).toBe(1001);
      await until(() =>
        fetch(`${server.url}/health/live`).then(
          () => undefined,
          (error: { cause: { code: string } }) => error.cause.code === 'ECONNREFUSED' || undefined,
        ),
      );
      halfAsked.write('\r\n');
      const [answer] = await once(halfAsked, 'data');
      expect(String(answer)).toMatch(/^HTTP\/1.1 503 /);
      await letGo();
      expect(await command).toMatch(/^beneficiary_/);
      const answered = performance.now();
      expect(await stopped).toBe(0);
      expectSoon(performance.now() - answered, 6000);
    });
  });

  it('fails no accepted request, and does nothing that it does not answer', async () => {
    const [leaving, staying] = await Promise.all([start(), start()]);
    const { token } = await staying.as(member);
    const pathway = await openPathway(
      new Client(staying.url, token),
      await registerPerson(await staying.as(member)),
    );
    const step = `mutation ($input: AddStepInput!) { addStep(input: $input) { step { id } userErrors { code } } }`;
    const adding = () => ({
      input: rightInput.addStep(pathway, { idempotencyKey: randomUUID(), visibility: 'SHARED' }),
    });
    const done: string[] = [];
    const failed: unknown[] = [];
    let asked = 0;
    let over = false;

    /** Sends requests continuously, and uses the other process after `Connection: close`. */
    const ask = async (commands: boolean) => {
      let client = new Client(leaving.url, token);
      while (!over) {
        asked++;
        try {
          const response = await client.post(
            commands
              ? { query: step, variables: adding() }
              : { query: '{ pathways { nodes { id steps { nodes { id } } } } }' },
          );
          const { data, errors } = (await response.json()) as Data;
          if (errors) failed.push(errors);
          else if (commands) done.push(data.addStep.step.id);
          if (response.headers.get('connection') === 'close') client = new Client(staying.url, token);
        } catch (error) {
          failed.push((error as Error).cause ?? error);
        }
      }
    };
    /** Runs commands over a socket until it is closed; returns the close code. */
    const command = async () => {
      const raw = await RawSocket.signedIn(leaving.url, token);
      raw.subscribe('events', 'subscription { referralEvents { cursor } }');
      for (let number = 0; raw.socket.readyState === WebSocket.OPEN; number++) {
        const id = `command ${number}`;
        raw.subscribe(id, step, adding());
        const answer = await raw.message((it) => it.id === id).catch(() => undefined);
        if (answer?.type === 'next') done.push(answer.payload.data.addStep.step.id);
        else if (answer) expect(answer.payload[0].extensions.code).toBe('UNAVAILABLE');
      }
      return raw.closed;
    };

    const clients = Array.from({ length: 8 }, (_, number) => ask(number % 2 === 0));
    const sockets = Array.from({ length: 3 }, command);
    await until(() => done.length > 50 || undefined);
    const began = performance.now();
    const stopped = leaving.stop();
    const codes = await Promise.all(sockets);
    const closed = performance.now() - began;
    const code = await stopped;
    const gone = performance.now() - began;
    over = true;
    await Promise.all(clients);

    expect(failed).toEqual([]);
    expect(codes).toEqual([1001, 1001, 1001]);
    expect(code).toBe(0);
    expectSoon(closed, 10_000);
    const stored = await hub.owner<{ id: string }>('select id from step');
    expect(done.sort()).toEqual(stored.map(({ id }) => `step_${id}`).sort());
    figure(
      'SIGTERM under load: 0 requests in flight fail; sockets closed with 1001 within 10 s',
      `0 of ${asked} requests failed, ${done.length} commands answered and done; sockets closed with 1001 after ${seconds(closed)}, gone after ${seconds(gone)}`,
    );
  });

  it('aborts requests that do not finish within 10 s', async () => {
    const server = await start();
    await whileActing(await server.as(member), async (command) => {
      const began = performance.now();
      expect(await server.stop()).toBe(0);
      expectSoon(performance.now() - began, 10_000);
      await expect(command).rejects.toThrow();
    });
  });
});
