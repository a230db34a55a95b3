import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { statements } from '../../src/database/reader.js';
import { asOwner } from '../kit/database.js';
import { testHub } from '../kit/hub.js';
import { RawSocket } from '../kit/raw-socket.js';
import { registerPerson, sendReferral } from '../kit/town.js';

type Caseworker = Awaited<ReturnType<ReturnType<typeof testHub>['town']['caseworker']>>;

const follow = 'subscription ($after: String) { referralEvents(after: $after) { cursor } }';
const page = 'query ($after: String) { referralEvents(after: $after) { nodes { cursor } } }';

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
  const socketOf = ({ client }: Caseworker) => RawSocket.signedIn(hub.url, client.token);
  const aCursor = async (): Promise<string> => {
    const live = await receiver.client.listen('cursor');
    await send();
    const { cursor } = await live.next();
    await live.stop();
    return cursor;
  };

  it('reads the event at delivery: a person who has withdrawn meanwhile is null', async () => {
    const after = await aCursor();
    const other = await registerPerson(sender.client);
    const id = await sendReferral(sender.client, other, receiver.partner);
    const { beneficiary } = await sender.client.data(
      'query ($id: ID!) { beneficiary(id: $id) { sharings { id partner { id } } } }',
      { id: other },
    );
    const sharing = beneficiary.sharings.find(
      (it: { partner: { id: string } }) => it.partner.id === receiver.partner.id,
    );
    const before = await receiver.client.listen('referral { id beneficiary { id } }', after);
    expect((await before.next()).referral).toEqual({ id, beneficiary: { id: other } });
    await sender.client.run('withdrawSharing', { sharing: sharing.id }, 'sharing { id }');
    expect((await before.next()).referral).toEqual({ id, beneficiary: null });
    const replayed = await receiver.client.listen('kind referral { id beneficiary { id } }', after);
    expect(await replayed.next()).toEqual({ kind: 'SENT', referral: { id, beneficiary: null } });
    await Promise.all([before.stop(), replayed.stop()]);
  });

  it('is skipped without an error for a colleague whose role reads no case files', async () => {
    const coordinator = await hub.as(await hub.town.member(receiver.partner, 'COORDINATOR'));
    const raw = await RawSocket.signedIn(hub.url, coordinator.token);
    raw.subscribe('events', follow);
    raw.subscribe('replay', follow, { after: await aCursor() });
    const colleague = await receiver.client.listen('cursor');
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

  it('ends the stream when the event cannot be read, so that no event is skipped', async () => {
    const raw = await socketOf(receiver);
    raw.subscribe(
      'events',
      'subscription { referralEvents { referral { beneficiary { pathways(first: 1000) { totalCount } } } } }',
    );
    raw.subscribe('placed', '{ viewer { role } }');
    await raw.message((it) => it.id === 'placed');
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
  ])('is refused after a cursor that %s; the socket stays usable', async (_, cursor) => {
    const after = cursor();
    const raw = await socketOf(receiver);
    raw.subscribe('bad', follow, { after });
    const [error] = await raw.errorsOf('bad');
    const { errors } = await receiver.client.send(page, { after });
    expect(error).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(error.message).toBe(errors?.[0]?.message);
    raw.subscribe('good', '{ viewer { role } }');
    const { payload } = await raw.message((it) => it.id === 'good');
    expect(payload).toMatchObject({ data: { viewer: { role: 'CASEWORKER' } } });
    raw.close();
  });

  it('is refused with CURSOR_EXPIRED after a cursor from before a restore, in the query and in the subscription', async () => {
    const parts = JSON.parse(Buffer.from(await aCursor(), 'base64url').toString());
    parts[1] = 'another epoch';
    const after = Buffer.from(JSON.stringify(parts)).toString('base64url');
    const raw = await socketOf(receiver);
    raw.subscribe('old', follow, { after });
    expect(await raw.errorsOf('old')).toMatchObject([{ extensions: { code: 'CURSOR_EXPIRED' } }]);
    const { errors } = await receiver.client.send(page, { after });
    expect(errors).toMatchObject([{ extensions: { code: 'CURSOR_EXPIRED' } }]);
    raw.close();
  });

  it('waits for an older running transaction without a time limit and without constant polling', async () => {
    const listening = await receiver.client.listen('referral { id }');
    const sent: string[] = [];
    let reads = 0;
    const count = (statement: unknown) => {
      if ((statement as { text: string }).text.includes('as settled')) reads += 1;
    };
    let delivered = false;
    const first = listening.next().finally(() => (delivered = true));
    await asOwner(hub.ownerUrl, async (long) => {
      await long.query('begin');
      await long.query('select pg_current_xact_id()');
      for (let i = 0; i < 10; i++) sent.push(await send());
      statements.subscribe(count);
      await pause(2000);
      statements.unsubscribe(count);
      expect(delivered).toBe(false);
      await long.query('rollback');
    });
    expect(reads).toBeLessThan(30);
    expect((await first).referral.id).toBe(sent[0]);
    for (const id of sent.slice(1)) expect((await listening.next()).referral.id).toBe(id);
    await listening.stop();
  });

  it('ends live subscriptions with CURSOR_EXPIRED when the database was restored', async () => {
    const raw = await socketOf(receiver);
    raw.subscribe('events', follow);
    raw.subscribe('placed', '{ viewer { role } }');
    await raw.message((it) => it.id === 'placed');
    // As after a restored backup: a new connection finds another history.
    await hub.owner(
      "create or replace function access.epoch() returns text language sql stable return 'restored'",
    );
    await hub.owner(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'partner-hub wake-ups'`,
    );
    expect(await raw.errorsOf('events')).toMatchObject([{ extensions: { code: 'CURSOR_EXPIRED' } }]);
    raw.subscribe('again', follow);
    await send();
    const { payload } = await raw.message((it) => it.id === 'again');
    const [, epoch] = JSON.parse(Buffer.from(payload.data.referralEvents.cursor, 'base64url').toString());
    expect(epoch).toBe('restored');
    raw.close();
  });
});
