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
const follow = `subscription ($after: String) { referralEvents(after: $after) { cursor referral { id } } }`;

(bin ? describe : describe.skip)('a database that is restored from a dump', () => {
  const undo: (() => Promise<unknown>)[] = [];
  afterAll(async () => {
    for (const step of undo.reverse()) await step();
  });

  async function server(): Promise<{ admin: string; town: string }> {
    const started = await installedServer(bin as string);
    undo.push(() => started.stop());
    await asOwner(started.url, (owner) => owner.query('create database town'));
    const town = new URL(started.url);
    town.pathname = '/town';
    return { admin: started.url, town: town.href };
  }

  async function hubOn(url: string): Promise<string> {
    const config = loadConfig({ DATABASE_URL: url, PORT: '0', LOG_LEVEL: 'silent' });
    const hub = await startHub(config, { gracePeriod: 0 });
    undo.push(() => hub.stop());
    return hub.url;
  }

  /** Pipes the output of a PostgreSQL program on one database into another one. */
  async function carry(
    program: 'pg_dump' | 'pg_dumpall',
    args: string[],
    from: string,
    to: string,
  ): Promise<void> {
    const dump = spawn(`${bin}/${program}`, [...args, '-d', from], { stdio: ['ignore', 'pipe', 'inherit'] });
    const restore = spawn(`${bin}/psql`, ['-q', '-d', to], { stdio: ['pipe', 'ignore', 'pipe'] });
    dump.stdout.pipe(restore.stdin);
    const [said] = await Promise.all([text(restore.stderr), once(restore, 'close')]);
    // The only role that a new server has as well.
    expect(said.split('\n').filter((line) => line && !/role "admin" already exists/.test(line))).toEqual([]);
  }

  it('refuses old cursors with CURSOR_EXPIRED, also of live subscribers, which reload and lose nothing', async () => {
    const before = await server();
    const proxy = await TcpProxy.open(before.town);
    undo.push(() => proxy.close());
    const url = await hubOn(proxy.url);
    const owner = (sql: string, values: readonly unknown[] = []) =>
      asOwner(before.town, async (client) => (await client.query(sql, [...values])).rows) as never;
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
    live.subscribe('live', follow, { after: cursor });
    await until(() => live.messages.filter(({ id }) => id === 'live').length === 2 || undefined);

    const after = await server();
    await carry('pg_dumpall', ['--roles-only'], before.admin, after.admin);
    await carry('pg_dump', [], before.town, after.town);
    const lost = await send();
    const restored = await hubOn(after.town);
    proxy.leadTo(after.town);

    const began = performance.now();
    expect(await live.message((it) => it.id === 'live' && it.type === 'error')).toMatchObject({
      payload: [{ extensions: { code: 'CURSOR_EXPIRED' } }],
    });
    const took = performance.now() - began;
    for (const hub of [url, restored]) {
      const client = new Client(hub, receiver.client.token);
      const { errors } = await client.send(query, { after: cursor });
      expect(errors).toMatchObject([{ extensions: { code: 'CURSOR_EXPIRED' } }]);
      const raw = await RawSocket.signedIn(hub, client.token);
      raw.subscribe('old', follow, { after: cursor });
      expect(await raw.errorsOf('old')).toMatchObject([{ extensions: { code: 'CURSOR_EXPIRED' } }]);
      raw.close();

      // As docs/reliability.md describes: read the cursor of the last event, read the lists, subscribe after the cursor.
      const last = await client.data('{ referralEvents(last: 1) { nodes { cursor } } }');
      const { referrals } = await client.data('{ referrals(box: INBOX, first: 100) { nodes { id } } }');
      const known = new Set<string>(referrals.nodes.map(({ id }: Data) => id));
      expect(known.has(lost)).toBe(false);
      expect([...known]).toEqual(expect.arrayContaining(kept));
      const next = await send(hub);
      kept.push(next);
      const going = await client.listen('referral { id }', last.referralEvents.nodes[0].cursor);
      const then = await send(restored);
      kept.push(then);
      expect([(await going.next()).referral.id, (await going.next()).referral.id]).toEqual([next, then]);
      await client.close();
    }
    const all = new Client(restored, receiver.client.token);
    const told = await until(async () => {
      const { nodes } = (await all.data(query)).referralEvents;
      return nodes.length >= kept.length ? nodes : undefined;
    });
    expect(told.map((event: Data) => event.referral.id)).toEqual(kept);
    live.close();
    figure(
      'the database is restored from a dump: old cursors get CURSOR_EXPIRED, clients reload',
      `pg_dump of PostgreSQL 15 to another server: live subscribers knew it ${(took / 1000).toFixed(1)} s after; ${kept.length} events before and after, 0 lost, 0 twice`,
    );
  });
});
