import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { ResumingReader } from '../faults/resuming.js';
import type { Client, Data } from '../kit/client.js';
import { inTime } from '../kit/expiry.js';
import { expectSoon, figure } from '../kit/figures.js';
import { testHub } from '../kit/hub.js';
import { audience, type IdentityProvider, newKeys, startIdentityProvider } from '../kit/identity-provider.js';
import { HubProcess } from '../kit/process.js';
import { TcpProxy } from '../kit/proxy.js';
import { RawSocket } from '../kit/raw-socket.js';
import { registerPerson, type SeededMember, type SeededPartner, sendReferral } from '../kit/town.js';
import { gatewaySecret, link, runGateway, SpyService, testGateway } from './kit.js';

const hub = testHub({ HUB_GATEWAY_SECRET: gatewaySecret });

const sdl = `${link('"@key"')}
type Query { ftOffers: Int }
type Partner @key(fields: "id") { id: ID! ftJobOffers: Int ftHost: Partner }`;

const selection = 'cursor kind referral { id from { slug ftJobOffers ftHost { name } } }';
const query = `subscription ($after: String) { referralEvents(after: $after) { ${selection} } }`;

let spy: SpyService;
/** Between gateway and hub: forwards to the hub that a test needs. */
let proxy: TcpProxy;
let sender: { client: Client; partner: SeededPartner };
let receiver: { client: Client; partner: SeededPartner; member: SeededMember };
let person: string;
beforeAll(async () => {
  spy = await SpyService.start(sdl, {
    _entities: ({ __typename, id }: Data) => ({ __typename, id, ftJobOffers: 3, ftHost: { __typename, id } }),
  });
  proxy = await TcpProxy.open(hub.url);
  [sender, receiver] = [await hub.town.caseworker(), await hub.town.caseworker()];
  person = await registerPerson(sender.client);
});
afterAll(() => Promise.all([spy.stop(), proxy.close()]));
const gateway = testGateway(() =>
  runGateway(proxy.url, [{ name: 'france-travail', prefix: 'ft', url: spy.url }]),
);
beforeEach(() => {
  spy.answer = undefined;
});

const send = () => sendReferral(sender.client, person, receiver.partner);
const whole = (id: string) => ({
  ...{ kind: 'SENT', cursor: expect.any(String) },
  referral: { id, from: { slug: sender.partner.slug, ftJobOffers: 3, ftHost: { name: expect.any(String) } } },
});

/** Waits until the events of the past are read, so that a subscription without a cursor begins with the next. */
const quiet = () => hub.settled();

describe('a subscription over WebSocket', () => {
  it('may be the first request; its fields of partners and references are read with its token', async () => {
    const subscription = await gateway.for(receiver.client).subscribe(selection);
    const id = await send();
    expect(await subscription.until('SENT', id)).toEqual(whole(id));
    expect(spy.text).not.toContain(receiver.client.token);
  });

  it('outlives the timeout of the partner', async () => {
    const timeout = 400;
    const impatient = await runGateway(proxy.url, [
      { name: 'france-travail', prefix: 'ft', url: spy.url, timeout },
    ]);
    const socket = await RawSocket.signedIn(impatient.url, receiver.client.token);
    socket.subscribe('1', query);
    socket.subscribe('2', '{ viewer { role } }');
    await socket.message((it) => it.id === '2');
    await delay(3 * timeout);
    const id = await send();
    // On a slow machine, the partner's own fields may have come too late.
    await socket.message((it) => it.id === '1' && it.payload?.data?.referralEvents.referral.id === id);
    socket.close();
    await impatient.stop();
  });

  it('shows the failure of a partner in the event that it concerns only', async () => {
    await quiet();
    const socket = await RawSocket.signedIn(gateway.url, receiver.client.token);
    socket.subscribe('1', query);
    socket.subscribe('2', '{ viewer { role } }');
    await socket.message((it) => it.id === '2');
    const eventOf = (id: string) =>
      socket.message((it) => it.id === '1' && it.payload?.data?.referralEvents.referral.id === id);
    spy.answer = (_, response) => void response.destroy();
    const { payload } = await eventOf(await send());
    expect(payload.data.referralEvents.referral.from).toEqual({
      ...{ slug: sender.partner.slug, ftJobOffers: null, ftHost: null },
    });
    expect(payload.errors.map((it: Data) => [it.path, it.extensions.code])).toEqual(
      ['ftJobOffers', 'ftHost'].map((it) => [
        ['referralEvents', 'referral', 'from', it],
        'PARTNER_UNAVAILABLE',
      ]),
    );
    spy.answer = undefined;
    const id = await send();
    expect((await eventOf(id)).payload).toEqual({ data: { referralEvents: whole(id) } });
    socket.close();
  });

  it('leaves no socket at the hub when the client has left: the hub allows a member 20', async () => {
    for (let n = 0; n < 25; n++) {
      const socket = await RawSocket.signedIn(gateway.url, receiver.client.token);
      socket.subscribe('1', query);
      socket.subscribe('2', '{ viewer { role } }');
      await socket.message((it) => it.id === '2');
      socket.close();
      await socket.closed;
    }
  });

  it('of a bad token closes the socket with 4403', async () => {
    for (const token of ['invented', undefined]) {
      const socket = await RawSocket.open(gateway.url);
      const began = performance.now();
      socket.init(token);
      expect(await socket.closed).toBe(4403);
      const took = performance.now() - began;
      expectSoon(took, 1000);
      if (token) figure('gateway: a bad token closes the socket within 1 s', `${Math.round(took)} ms`);
    }
  });

  it('ends with 4429 when messages come too fast, as at the hub', async () => {
    const socket = await RawSocket.signedIn(gateway.url, receiver.client.token);
    for (let n = 0; n < 400; n++) socket.send({ type: 'ping' });
    expect(await socket.closed).toBe(4429);
  });

  it('is refused by the hub as at the hub itself', async () => {
    const socket = await RawSocket.signedIn(gateway.url, receiver.client.token);
    socket.subscribe('1', query, { after: 'no cursor' });
    socket.subscribe('2', 'subscription { nothing }');
    const [[refused], [invalid]] = [await socket.errorsOf('1'), await socket.errorsOf('2')];
    const atHub = await RawSocket.signedIn(hub.url, receiver.client.token);
    atHub.subscribe('1', 'subscription { referralEvents(after: "no cursor") { cursor } }');
    const [expected] = await atHub.errorsOf('1');
    expect([refused.message, refused.extensions]).toEqual([expected.message, expected.extensions]);
    expect(invalid.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    socket.close();
    atHub.close();
  });
});

describe('a token that expires', () => {
  let provider: IdentityProvider;
  beforeAll(async () => {
    provider = await startIdentityProvider([await newKeys('RS256', 'of-a-test')]);
    const { issuer, jwksUrl } = provider;
    const env = { AUTH_ISSUER: issuer, AUTH_AUDIENCE: audience, AUTH_JWKS_URL: jwksUrl };
    proxy.forwardTo((await hub.startAnother(env)).url);
  });
  afterAll(async () => {
    proxy.forwardTo(hub.url);
    await provider.stop();
  });

  it('ends a subscription over WebSocket with the hub’s code, over SSE with an error', async () => {
    const { exp, socket, stream } = await inTime({ seconds: 5 }, async (exp) => {
      const token = await provider.token({ sub: receiver.member.email, exp });
      const socket = await RawSocket.signedIn(gateway.url, token);
      socket.subscribe('1', query);
      return { exp, socket, stream: await EventStream.open(token) };
    });
    expect(await socket.closed).toBe(4403);
    const took = Date.now() - exp * 1000;
    expect(socket.reason).toBe('token expired');
    expectSoon(took, 1000);
    figure('gateway: an expired token closes the socket within 1 s', `${took} ms`);
    expect(socket.messages.map((it) => it.type)).not.toContain('complete');
    expect(await stream.next()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect(await stream.end()).toBe('completed');
  });
});

/** A subscription over Server-Sent Events. */
class EventStream {
  #text = '';
  private constructor(private readonly reader: ReadableStreamDefaultReader<Uint8Array>) {}

  static async open(token: string, after?: string): Promise<EventStream> {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', accept: 'text/event-stream' },
        authorization: `Bearer ${token}`,
      },
      body: JSON.stringify({ query, variables: { after } }),
    });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    return new EventStream((response.body as ReadableStream<Uint8Array>).getReader());
  }

  /** Waits for the next result. */
  async next(): Promise<Data> {
    for (;;) {
      const found = /event: next\ndata: (.*)\n\n/.exec(this.#text);
      if (found) {
        this.#text = this.#text.slice(found.index + found[0].length);
        return JSON.parse(found[1] as string);
      }
      const { value, done } = await this.reader.read();
      if (done) throw new Error('the stream has ended');
      this.#text += Buffer.from(value).toString();
    }
  }

  /** Waits for the end: the stream is completed, or it breaks off. */
  async end(): Promise<'completed' | 'broken'> {
    for (;;) {
      const part = await this.reader.read().catch(() => undefined);
      if (!part || part.done) return this.#text.includes('event: complete') ? 'completed' : 'broken';
      this.#text += Buffer.from(part.value).toString();
    }
  }

  cancel(): Promise<void> {
    return this.reader.cancel();
  }
}

describe('a subscription over SSE', () => {
  it('gets events with the fields of partners, and resumes after a cursor', async () => {
    const first = await send();
    // An event can be listed a moment after its command: the cursor must be that of the first.
    await quiet();
    const [{ cursor } = { cursor: '' }] = (
      await receiver.client.data('{ referralEvents(last: 1) { nodes { cursor } } }')
    ).referralEvents.nodes;
    const stream = await EventStream.open(receiver.client.token, cursor);
    const ids = [await send(), await send()];
    for (const id of ids) expect(await stream.next()).toEqual({ data: { referralEvents: whole(id) } });
    await stream.cancel();
    expect(ids).not.toContain(first);
  });
});

describe('when the hub is killed under a subscription', () => {
  const started: HubProcess[] = [];
  const startHub = async () => {
    const env = { DATABASE_URL: hub.ownerUrl, HUB_GATEWAY_SECRET: gatewaySecret };
    const one = await HubProcess.start(env);
    started.push(one);
    proxy.forwardTo(one.url);
    return one;
  };
  afterAll(async () => {
    proxy.forwardTo(hub.url);
    await Promise.all(started.map((it) => it.kill()));
  });

  it('sockets close with a code on which clients reconnect, SSE breaks off, and no event is lost', async () => {
    const first = await startHub();
    const [{ cursor }] = (await receiver.client.data('{ referralEvents(last: 1) { nodes { cursor } } }'))
      .referralEvents.nodes;
    const { token } = receiver.client;
    const reader = new ResumingReader(() => gateway.url, token, cursor);
    const socket = await RawSocket.signedIn(gateway.url, token);
    socket.subscribe('1', query);
    const stream = await EventStream.open(token, cursor);
    const standard = standardClient(token, cursor);
    const before = [await send(), await send()];
    await reader.waitFor(before);
    await standard.waitFor(before);
    await stream.next();

    await first.kill();
    expect([await socket.closed, socket.reason]).toEqual([1013, 'try again later']);
    expect(socket.messages.map((it) => it.type)).not.toContain('complete');
    expect(await stream.end()).toBe('broken');
    // The other hub on the database goes on.
    const meanwhile = [await send(), await send()];
    await startHub();
    const after = [await send()];
    const all = [...before, ...meanwhile, ...after];
    await reader.waitFor(all);
    await standard.waitFor(all);
    expect(reader.received).toHaveLength(all.length);
    figure('gateway: the hub killed under a subscription loses no event', `${all.length} of ${all.length}`);
    await reader.stop();
    await standard.stop();
  });

  /** A client with the default settings of graphql-ws, which decide whether it reconnects. */
  function standardClient(token: string, after: string) {
    const seen = new Set<string>();
    let wake = () => {};
    const client = createClient({
      url: `${gateway.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
      retryAttempts: 1000,
      retryWait: () => delay(50),
    });
    let problem: unknown;
    client.subscribe<Data>(
      { query, variables: { after } },
      {
        next: ({ data }) => {
          seen.add(data?.referralEvents.referral.id);
          wake();
        },
        error: (error) => {
          problem = error ?? new Error('ended');
          wake();
        },
        complete: () => {},
      },
    );
    return {
      async waitFor(ids: readonly string[]) {
        while (!ids.every((id) => seen.has(id))) {
          if (problem) throw problem;
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      },
      stop: () => client.dispose(),
    };
  }
});
