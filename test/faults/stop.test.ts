import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import WebSocket from 'ws';
import { Client, type Data } from '../kit/client.js';
import { validInput } from '../kit/commands.js';
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

  /** Runs `work` while a command waits for a lock. */
  async function whileCommandWaits(
    client: Client,
    work: (command: Promise<string>, releaseLock: () => Promise<unknown>) => Promise<void>,
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
    const partialRequest = net.connect(Number(port), hostname);
    partialRequest.write('GET /health/ready HTTP/1.1\r\nhost: hub\r\n');

    await whileCommandWaits(client, async (command, releaseLock) => {
      const closed = once(socket, 'close');
      const stopped = server.stop();
      expect((await closed)[0]).toBe(1001);
      await until(() =>
        fetch(`${server.url}/health/live`).then(
          () => undefined,
          (error: { cause: { code: string } }) => error.cause.code === 'ECONNREFUSED' || undefined,
        ),
      );
      partialRequest.write('\r\n');
      const [answer] = await once(partialRequest, 'data');
      expect(String(answer)).toMatch(/^HTTP\/1.1 503 /);
      await releaseLock();
      expect(await command).toMatch(/^beneficiary_/);
      const answered = performance.now();
      expect(await stopped).toBe(0);
      expectSoon(performance.now() - answered, 6000);
    });
  });

  it('answers every accepted request, and executes no command that it does not answer', async () => {
    const [stopping, other] = await Promise.all([start(), start()]);
    const { token } = await other.as(member);
    const pathway = await openPathway(
      new Client(other.url, token),
      await registerPerson(await other.as(member)),
    );
    const step = `mutation ($input: AddStepInput!) { addStep(input: $input) { step { id } userErrors { code } } }`;
    const addStepVariables = () => ({
      input: validInput.addStep(pathway, { idempotencyKey: randomUUID(), visibility: 'SHARED' }),
    });
    const done: string[] = [];
    const failed: unknown[] = [];
    let requests = 0;
    let isOver = false;

    /** Sends requests continuously; after `Connection: close`, to the other process. */
    const sendRequests = async (commands: boolean) => {
      let client = new Client(stopping.url, token);
      while (!isOver) {
        requests++;
        try {
          const response = await client.post(
            commands
              ? { query: step, variables: addStepVariables() }
              : { query: '{ pathways { nodes { id steps { nodes { id } } } } }' },
          );
          const { data, errors } = (await response.json()) as Data;
          if (errors) failed.push(errors);
          else if (commands) done.push(data.addStep.step.id);
          if (response.headers.get('connection') === 'close') client = new Client(other.url, token);
        } catch (error) {
          failed.push((error as Error).cause ?? error);
        }
      }
    };
    /** Runs commands over a socket until it is closed; returns the close code. */
    const runCommands = async () => {
      const raw = await RawSocket.signedIn(stopping.url, token);
      raw.subscribe('events', 'subscription { referralEvents { cursor } }');
      for (let number = 0; raw.socket.readyState === WebSocket.OPEN; number++) {
        const id = `command ${number}`;
        raw.subscribe(id, step, addStepVariables());
        const answer = await raw.message((it) => it.id === id).catch(() => undefined);
        if (answer?.type === 'next') done.push(answer.payload.data.addStep.step.id);
        else if (answer) expect(answer.payload[0].extensions.code).toBe('UNAVAILABLE');
      }
      return raw.closed;
    };

    const clients = Array.from({ length: 8 }, (_, number) => sendRequests(number % 2 === 0));
    const sockets = Array.from({ length: 3 }, runCommands);
    await until(() => done.length > 50 || undefined);
    const began = performance.now();
    const stopped = stopping.stop();
    const codes = await Promise.all(sockets);
    const closedAfter = performance.now() - began;
    const code = await stopped;
    const exitedAfter = performance.now() - began;
    isOver = true;
    await Promise.all(clients);

    expect(failed).toEqual([]);
    expect(codes).toEqual([1001, 1001, 1001]);
    expect(code).toBe(0);
    expectSoon(closedAfter, 10_000);
    const stored = await hub.owner<{ id: string }>('select id from step');
    expect(done.sort()).toEqual(stored.map(({ id }) => `step_${id}`).sort());
    figure(
      'SIGTERM under load: 0 requests in flight fail; sockets closed with 1001 within 10 s',
      `0 of ${requests} requests failed, ${done.length} commands answered and done; sockets closed with 1001 after ${seconds(closedAfter)}, process ended after ${seconds(exitedAfter)}`,
    );
  });

  it('aborts requests that do not finish within 10 s', async () => {
    const server = await start();
    await whileCommandWaits(await server.as(member), async (command) => {
      const began = performance.now();
      expect(await server.stop()).toBe(0);
      expectSoon(performance.now() - began, 10_000);
      await expect(command).rejects.toThrow();
    });
  });
});
