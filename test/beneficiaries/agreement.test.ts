import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Data } from '../kit/client.js';
import { refusalsOf, runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { daysAgo, daysAhead, registerPerson } from '../kit/town.js';
import { until } from '../kit/until.js';

const hub = testHub();
let csc: Awaited<ReturnType<typeof hub.town.caseworker>>;
let relais: typeof csc;
let aspe: typeof csc;

beforeAll(async () => {
  csc = await hub.town.caseworker();
  relais = await hub.town.caseworker();
  aspe = await hub.town.caseworker();
});

const keyOf = (id: string) => id.replace(/^\w+_/, '');
const agree = (person: string, changes: Data = {}, partner = relais.partner) =>
  runCommand(
    csc.client,
    'recordSharingAgreement',
    validInput.recordSharingAgreement(person, partner, changes),
  );
const history = async (client: Client, id: string): Promise<Data[]> => {
  const query = `query ($id: ID!) { beneficiary(id: $id) { sharingHistory {
    nodes { id basis agreedOn method endedAt endReason grantedBy { id } informedBy { id } } } } }`;
  return (await client.data(query, { id })).beneficiary.sharingHistory.nodes;
};
const sees = async (client: Client, id: string) =>
  (await client.data('query ($id: ID!) { beneficiary(id: $id) { id } }', { id })).beneficiary !== null;

describe('a sharing agreement', () => {
  it('informedBy must be a colleague and is shown only to colleagues', async () => {
    const person = await registerPerson(csc.client);
    const colleague = `member_${(await hub.town.member(csc.partner)).key}`;
    await agree(person, { informedBy: colleague });
    const [recorded] = await history(csc.client, person);
    expect(recorded).toMatchObject({
      informedBy: { id: colleague },
      method: 'WRITTEN',
      agreedOn: daysAgo(1),
    });
    expect((await history(relais.client, person))[0]).toMatchObject({ informedBy: null });
    const informedBy = `member_${relais.member.key}`;
    const input = validInput.recordSharingAgreement(person, relais.partner, { informedBy });
    expect(await refusalsOf(csc.client, 'recordSharingAgreement', input)).toEqual(['NOT_FOUND informedBy']);
  });

  it('several agreements can be in force, and each is withdrawn separately', async () => {
    const person = await registerPerson(csc.client);
    const [one, other] = [await agree(person), await agree(person, { scope: 'IDENTITY' })];
    await runCommand(csc.client, 'withdrawSharing', { sharing: one.id });
    expect(await sees(relais.client, person)).toBe(true);
    await runCommand(csc.client, 'withdrawSharing', { sharing: other.id });
    expect(await sees(relais.client, person)).toBe(false);
  });

  it('extendSharing adds a new row, keeps the old one in the history and notifies both sides', async () => {
    const person = await registerPerson(csc.client);
    const { id: sharing } = await agree(person, { until: daysAhead(20) });
    const atRelais = await relais.client.subscribe(
      'kind by { id } sharing { id }',
      undefined,
      'sharingEvents',
    );
    const next = await runCommand(
      csc.client,
      'extendSharing',
      validInput.extendSharing(sharing),
      'id scope method',
    );
    expect(next).toMatchObject({ scope: 'PATHWAY', method: 'ORAL' });
    expect(await atRelais.until('EXTENDED')).toEqual({
      kind: 'EXTENDED',
      by: { id: csc.partner.id },
      sharing: { id: next.id },
    });
    await atRelais.stop();
    const rows = await history(csc.client, person);
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining([next.id, sharing]));
    expect(rows.find(({ id }) => id === sharing)).toMatchObject({ endReason: 'extended' });
    expect(await sees(relais.client, person)).toBe(true);
  });

  it('extendSharing is refused for its holder, for a stranger, for a shorter time and after the end', async () => {
    const person = await registerPerson(csc.client);
    const { id } = await agree(person);
    const extend = (client: Client, changes: Data = {}) =>
      refusalsOf(client, 'extendSharing', validInput.extendSharing(id, changes));
    expect(await extend(relais.client)).toEqual(['INVALID sharing']);
    expect(await extend(aspe.client)).toEqual(['NOT_FOUND sharing']);
    expect(await extend(csc.client, { until: daysAhead(10) })).toEqual(['INVALID until']);
    await runCommand(csc.client, 'withdrawSharing', { sharing: id });
    expect(await extend(csc.client)).toEqual(['INVALID sharing']);
  });

  it('withdrawal takes effect in open subscriptions, and the reason is shown to the two sides only', async () => {
    const person = await registerPerson(csc.client);
    const { id: sharing } = await agree(person);
    await agree(person, {}, aspe.partner);
    const selection = 'kind sharing { endReason beneficiary { id } }';
    const atRelais = await relais.client.subscribe(selection, undefined, 'sharingEvents');
    await runCommand(csc.client, 'withdrawSharing', { sharing, reason: 'Moved away' });
    expect(await atRelais.until('WITHDRAWN')).toEqual({
      kind: 'WITHDRAWN',
      sharing: { endReason: 'Moved away', beneficiary: null },
    });
    await atRelais.stop();
    const endReason = async (client: Client) =>
      (await history(client, person)).find(({ id }) => id === sharing)?.endReason;
    expect(await endReason(csc.client)).toBe('Moved away');
    expect(await endReason(aspe.client)).toBeNull();
  });

  it('each side is notified once 30 days before the end, also with several processes', async () => {
    const person = await registerPerson(csc.client);
    const soon = await agree(person, { until: daysAhead(20) });
    const later = await agree(person, { until: daysAhead(60) });
    const atRelais = await relais.client.subscribe('kind', undefined, 'sharingEvents');
    const others = await Promise.all([hub.startAnother(), hub.startAnother()]);
    await atRelais.until('EXPIRING');
    await atRelais.stop();
    await Promise.all(others.map((it) => it.stop()));
    const notified = await hub.owner(
      "select subject, partner_id from event where kind = 'EXPIRING' and subject = any ($1) order by 2",
      [[keyOf(soon.id), keyOf(later.id)]],
    );
    expect(notified).toEqual(
      [csc.partner.key, relais.partner.key]
        .sort()
        .map((partner_id) => ({ subject: keyOf(soon.id), partner_id })),
    );
  });

  it('that expired more than a day ago is marked by the hub, and its history stays as it is', async () => {
    const person = await registerPerson(csc.client);
    const [past, present] = [await agree(person), await agree(person, {}, aspe.partner)];
    const expired = `update sharing set until = now() - interval '25 hours' where id = $1`;
    await hub.owner(expired, [keyOf(past.id)]);
    const count = async (client: Client) =>
      (await client.data('{ beneficiaries { totalCount } }')).beneficiaries.totalCount;
    const shown = async () => [
      await history(csc.client, person),
      await sees(relais.client, person),
      await sees(aspe.client, person),
      await count(relais.client),
      await count(aspe.client),
    ];
    const before = await shown();
    expect(before.slice(1, 3)).toEqual([false, true]);
    const other = await hub.startAnother();
    const marked = async () =>
      (
        await hub.owner<{ id: string }>('select id from sharing where lapsed and beneficiary_id = $1', [
          keyOf(person),
        ])
      ).map(({ id }) => id);
    await until(async () => (await marked()).at(0));
    await other.stop();
    expect(await marked()).toEqual([keyOf(past.id)]);
    expect(keyOf(present.id)).not.toBe(keyOf(past.id));
    expect(await shown()).toEqual(before);
  });
});

it('a search text without a letter or digit matches nobody', async () => {
  await registerPerson(csc.client);
  const query = 'query ($search: String) { beneficiaries(filter: { search: $search }) { totalCount } }';
  const found = async (search: string | null) =>
    (await csc.client.data(query, { search })).beneficiaries.totalCount;
  for (const search of ['', ' ', '’', '%', '--', '\u0301'])
    expect([search, await found(search)]).toEqual([search, 0]);
  expect(await found(null)).toBeGreaterThan(0);
});
