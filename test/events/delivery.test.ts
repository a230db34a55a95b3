import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { statements } from '../../src/database/reader.js';
import { asOwner } from '../kit/database.js';
import { testHub } from '../kit/hub.js';
import { RawSocket } from '../kit/raw-socket.js';
import { registerPerson, sendReferral } from '../kit/town.js';

type Caseworker = Awaited<ReturnType<ReturnType<typeof testHub>['town']['caseworker']>>;

const subscription = 'subscription ($after: String) { referralEvents(after: $after) { cursor } }';
const query = 'query ($after: String) { referralEvents(after: $after) { nodes { cursor } } }';

describe('delivery of an event', () => {
  const hub = testHub();
  let sender: Caseworker;
  let receiver: Caseworker;
  let person: string;

  beforeAll(async () => {
    sender = await hub.town.caseworker();
    receiver = await hub.town.caseworker();
    person = await registerPerson(sender.client);
  });

  const send = () => sendReferral(sender.client, person, receiver.partner);
  const openSocket = ({ client }: Caseworker) => RawSocket.signedIn(hub.url, client.token);
  const newCursor = async (): Promise<string> => {
    const live = await receiver.client.subscribe('cursor');
    await send();
    const { cursor } = await live.next();
    await live.stop();
    return cursor;
  };

  it('reads the fields of the event at delivery: a person who has withdrawn since is null', async () => {
    const after = await newCursor();
    const other = await registerPerson(sender.client);
    const id = await sendReferral(sender.client, other, receiver.partner);
    const { beneficiary } = await sender.client.data(
      'query ($id: ID!) { beneficiary(id: $id) { sharings { id partner { id } } } }',
      { id: other },
    );
    const sharing = beneficiary.sharings.find(
      (it: { partner: { id: string } }) => it.partner.id === receiver.partner.id,
    );
    const live = await receiver.client.subscribe('referral { id beneficiary { id } }', after);
    expect((await live.next()).referral).toEqual({ id, beneficiary: { id: other } });
    await sender.client.run('withdrawSharing', { sharing: sharing.id }, 'sharing { id }');
    expect((await live.next()).referral).toEqual({ id, beneficiary: null });
    const replayed = await receiver.client.subscribe('kind referral { id beneficiary { id } }', after);
    expect(await replayed.next()).toEqual({ kind: 'SENT', referral: { id, beneficiary: null } });
    await Promise.all([live.stop(), replayed.stop()]);
  });

  it('is skipped without an error for a member whose role reads no case files', async () => {
    const coordinator = await hub.as(await hub.town.member(receiver.partner, 'COORDINATOR'));
    const raw = await RawSocket.signedIn(hub.url, coordinator.token);
    raw.subscribe('events', subscription);
    raw.subscribe('replay', subscription, { after: await newCursor() });
    const colleague = await receiver.client.subscribe('cursor');
    for (let i = 0; i < 3; i++) {
      await send();
      await colleague.next();
      raw.subscribe(`query ${i}`, '{ viewer { role } }');
      await raw.message((it) => it.id === `query ${i}` && it.type === 'complete');
    }
    expect(raw.messages.filter(({ id }) => id === 'events' || id === 'replay')).toEqual([]);
    await colleague.stop();
    raw.close();
  });

  it('ends the subscription with an error when the event cannot be read, so that no event is skipped', async () => {
    const raw = await openSocket(receiver);
    raw.subscribe(
      'events',
      'subscription { referralEvents { referral { beneficiary { pathways(first: 1000) { totalCount } } } } }',
    );
    raw.subscribe('active', '{ viewer { role } }');
    await raw.message((it) => it.id === 'active');
    await send();
    const [error] = await raw.errorsOf('events');
    expect(error).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(raw.messages.filter(({ id }) => id === 'events').map(({ type }) => type)).toEqual(['error']);
    raw.close();
  });

  it.each([
    ['was not issued by a hub', () => 'not a cursor'],
    [
      'belongs to another list',
      () => Buffer.from('["NEWEST","","2026-01-01T00:00:00.000000+00:00"]').toString('base64url'),
    ],
    ['is too long', () => 'A'.repeat(3000)],
    ['has an invalid position', () => Buffer.from('["EVENT","","-1","x"]').toString('base64url')],
  ])('after a cursor that %s is refused, and the socket stays usable', async (_, cursor) => {
    const after = cursor();
    const raw = await openSocket(receiver);
    raw.subscribe('bad', subscription, { after });
    const [error] = await raw.errorsOf('bad');
    const { errors } = await receiver.client.send(query, { after });
    expect(error).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(error.message).toBe(errors?.[0]?.message);
    raw.subscribe('good', '{ viewer { role } }');
    const { payload } = await raw.message((it) => it.id === 'good');
    expect(payload).toMatchObject({ data: { viewer: { role: 'CASEWORKER' } } });
    raw.close();
  });

  it('after a cursor from before a restore is refused with CURSOR_EXPIRED, in the query and in the subscription', async () => {
    const parts = JSON.parse(Buffer.from(await newCursor(), 'base64url').toString());
    parts[1] = 'another epoch';
    const after = Buffer.from(JSON.stringify(parts)).toString('base64url');
    const raw = await openSocket(receiver);
    raw.subscribe('old', subscription, { after });
    expect(await raw.errorsOf('old')).toMatchObject([{ extensions: { code: 'CURSOR_EXPIRED' } }]);
    const { errors } = await receiver.client.send(query, { after });
    expect(errors).toMatchObject([{ extensions: { code: 'CURSOR_EXPIRED' } }]);
    raw.close();
  });

  it('waits for older running transactions, without a time limit and with few reads', async () => {
    const live = await receiver.client.subscribe('referral { id }');
    const sent: string[] = [];
    let reads = 0;
    const countRead = (statement: unknown) => {
      if ((statement as { text: string }).text.includes('as settled')) reads += 1;
    };
    let delivered = false;
    const first = live.next().finally(() => (delivered = true));
    await asOwner(hub.ownerUrl, async (owner) => {
      await owner.query('begin');
      await owner.query('select pg_current_xact_id()');
      for (let i = 0; i < 10; i++) sent.push(await send());
      statements.subscribe(countRead);
      await pause(2000);
      statements.unsubscribe(countRead);
      expect(delivered).toBe(false);
      await owner.query('rollback');
    });
    expect(reads).toBeLessThan(30);
    expect((await first).referral.id).toBe(sent[0]);
    for (const id of sent.slice(1)) expect((await live.next()).referral.id).toBe(id);
    await live.stop();
  });

  it('ends live subscriptions with CURSOR_EXPIRED after the database was restored', async () => {
    const raw = await openSocket(receiver);
    raw.subscribe('events', subscription);
    raw.subscribe('active', '{ viewer { role } }');
    await raw.message((it) => it.id === 'active');
    // As after a restored backup: the new connection finds another epoch.
    await hub.owner(
      "create or replace function access.epoch() returns text language sql stable return 'restored'",
    );
    await hub.owner(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'partner-hub wake-ups'`,
    );
    expect(await raw.errorsOf('events')).toMatchObject([{ extensions: { code: 'CURSOR_EXPIRED' } }]);
    raw.subscribe('again', subscription);
    await send();
    const { payload } = await raw.message((it) => it.id === 'again');
    const [, epoch] = JSON.parse(Buffer.from(payload.data.referralEvents.cursor, 'base64url').toString());
    expect(epoch).toBe('restored');
    raw.close();
  });
});
