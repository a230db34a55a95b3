import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from '../../src/config/index.js';
import { startHub } from '../../src/hub.js';
import { Client, type Data } from '../kit/client.js';
import { asOwner } from '../kit/database.js';
import { figure } from '../kit/figures.js';
import { TcpProxy } from '../kit/proxy.js';
import { RawSocket } from '../kit/raw-socket.js';
import { installedPrograms, installedServer } from '../kit/scratch-server.js';
import { registerPerson, Seed, sendReferral } from '../kit/town.js';
import { until } from '../kit/until.js';

const bin = installedPrograms(15);
if (!bin) console.warn('There is no /usr/lib/postgresql/15/bin here: restoring a dump is not tested.');

const query = 'query ($after: String) { referralEvents(after: $after) { nodes { cursor referral { id } } } }';
const subscription = `subscription ($after: String) { referralEvents(after: $after) { cursor referral { id } } }`;

(bin ? describe : describe.skip)('a database that is restored from a dump', () => {
  const cleanups: (() => Promise<unknown>)[] = [];
  afterAll(async () => {
    for (const step of cleanups.reverse()) await step();
  });

  async function startServer(): Promise<{ admin: string; town: string }> {
    const started = await installedServer(bin as string);
    cleanups.push(() => started.stop());
    await asOwner(started.url, (owner) => owner.query('create database town'));
    const town = new URL(started.url);
    town.pathname = '/town';
    return { admin: started.url, town: town.href };
  }

  async function startHubOn(url: string): Promise<string> {
    const config = loadConfig({ DATABASE_URL: url, PORT: '0', LOG_LEVEL: 'silent' });
    const hub = await startHub(config, { gracePeriod: 0 });
    cleanups.push(() => hub.stop());
    return hub.url;
  }

  /** Dumps one database with a PostgreSQL program and restores the dump into another one. */
  async function dumpAndRestore(
    program: 'pg_dump' | 'pg_dumpall',
    args: string[],
    from: string,
    to: string,
  ): Promise<void> {
    const dump = spawn(`${bin}/${program}`, [...args, '-d', from], { stdio: ['ignore', 'pipe', 'inherit'] });
    const restore = spawn(`${bin}/psql`, ['-q', '-d', to], { stdio: ['pipe', 'ignore', 'pipe'] });
    dump.stdout.pipe(restore.stdin);
    const [errorOutput] = await Promise.all([text(restore.stderr), once(restore, 'close')]);
    // A new server already has this role, and no other.
    expect(
      errorOutput.split('\n').filter((line) => line && !/role "admin" already exists/.test(line)),
    ).toEqual([]);
  }

  it('refuses old cursors with CURSOR_EXPIRED, also for live subscribers, which reload and lose no event', async () => {
    const original = await startServer();
    const proxy = await TcpProxy.open(original.town);
    cleanups.push(() => proxy.close());
    const url = await startHubOn(proxy.url);
    const owner = (sql: string, values: readonly unknown[] = []) =>
      asOwner(original.town, async (client) => (await client.query(sql, [...values])).rows) as never;
    const town = new Seed(owner, (member) => Client.signIn(url, member.email));
    const [sender, receiver] = [await town.caseworker(), await town.caseworker()];
    const person = await registerPerson(sender.client);
    const send = (to = url) => sendReferral(new Client(to, sender.client.token), person, receiver.partner);
    const kept = [await send(), await send(), await send()];
    const [{ cursor }] = await until(async () => {
      const { nodes } = (await receiver.client.data(query)).referralEvents;
      return nodes.length === 3 ? nodes : undefined;
    });
    const live = await RawSocket.signedIn(url, receiver.client.token);
    live.subscribe('live', subscription, { after: cursor });
    await until(() => live.messages.filter(({ id }) => id === 'live').length === 2 || undefined);

    const copy = await startServer();
    await dumpAndRestore('pg_dumpall', ['--roles-only'], original.admin, copy.admin);
    await dumpAndRestore('pg_dump', [], original.town, copy.town);
    const lost = await send();
    const restoredUrl = await startHubOn(copy.town);
    proxy.forwardTo(copy.town);

    const start = performance.now();
    expect(await live.message((it) => it.id === 'live' && it.type === 'error')).toMatchObject({
      payload: [{ extensions: { code: 'CURSOR_EXPIRED' } }],
    });
    const duration = performance.now() - start;
    for (const hubUrl of [url, restoredUrl]) {
      const client = new Client(hubUrl, receiver.client.token);
      const { errors } = await client.send(query, { after: cursor });
      expect(errors).toMatchObject([{ extensions: { code: 'CURSOR_EXPIRED' } }]);
      const raw = await RawSocket.signedIn(hubUrl, client.token);
      raw.subscribe('old', subscription, { after: cursor });
      expect(await raw.errorsOf('old')).toMatchObject([{ extensions: { code: 'CURSOR_EXPIRED' } }]);
      raw.close();

      // As in docs/reliability.md: read the cursor of the last event, read the lists, subscribe after the cursor.
      const last = await client.data('{ referralEvents(last: 1) { nodes { cursor } } }');
      const { referrals } = await client.data('{ referrals(box: INBOX, first: 100) { nodes { id } } }');
      const listed = new Set<string>(referrals.nodes.map(({ id }: Data) => id));
      expect(listed.has(lost)).toBe(false);
      expect([...listed]).toEqual(expect.arrayContaining(kept));
      const first = await send(hubUrl);
      kept.push(first);
      const resumed = await client.subscribe('referral { id }', last.referralEvents.nodes[0].cursor);
      const second = await send(restoredUrl);
      kept.push(second);
      expect([(await resumed.next()).referral.id, (await resumed.next()).referral.id]).toEqual([
        first,
        second,
      ]);
      await client.close();
    }
    const reader = new Client(restoredUrl, receiver.client.token);
    const events = await until(async () => {
      const { nodes } = (await reader.data(query)).referralEvents;
      return nodes.length >= kept.length ? nodes : undefined;
    });
    expect(events.map((event: Data) => event.referral.id)).toEqual(kept);
    live.close();
    figure(
      'the database is restored from a dump: old cursors get CURSOR_EXPIRED, clients reload',
      `pg_dump of PostgreSQL 15 to another server: live subscribers got CURSOR_EXPIRED after ${(duration / 1000).toFixed(1)} s; ${kept.length} events, 0 lost, 0 delivered twice`,
    );
  });
});
