import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Data } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { registerPerson, type SeededPartner, sendReferral } from '../kit/town.js';

describe('a search for referrals', () => {
  const hub = testHub();
  let sender: Client;
  let receiver: Client;
  let receiving: SeededPartner;
  let referrals: Readonly<Record<'amelie' | 'jean' | 'sewing', string>>;

  beforeAll(async () => {
    ({ client: sender } = await hub.town.caseworker());
    receiving = await hub.town.partner('relais', 'ASSOCIATION');
    receiver = (await hub.town.signedInMember(receiving, 'CASEWORKER')).client;
    const administrator = await hub.town.signedInMember(receiving, 'PARTNER_ADMINISTRATOR');
    const input = validInput.addService({ name: 'Couture à façon' });
    const { id: service } = await runCommand(administrator.client, 'addService', input);
    const person = (firstName: string, lastName: string) => registerPerson(sender, { firstName, lastName });
    const [amelie, jean, zoe] = [
      await person('Amélie', 'Durand'),
      await person('Jean-Pierre', 'Mancha'),
      await person('Zoé', 'Ba'),
    ];
    const elsewhere = await hub.town.partner('cabane', 'ASSOCIATION');
    await hub.town.member(elsewhere);
    referrals = {
      amelie: await sendReferral(sender, amelie, elsewhere),
      jean: await sendReferral(sender, jean, receiving),
      sewing: await sendReferral(sender, zoe, receiving, { service }),
    };
  });

  const found = async (client: Client, search: string, box = 'OUTBOX'): Promise<string[]> => {
    const query = `query ($box: ReferralBox!, $search: String) {
      referrals(box: $box, filter: { search: $search }) { totalCount nodes { id } } }`;
    const { totalCount, nodes } = (await client.data(query, { box, search })).referrals;
    expect(totalCount).toBe(nodes.length);
    const names = Object.entries(referrals);
    return nodes.map(({ id }: Data) => names.find(([, it]) => it === id)?.[0]).sort();
  };

  it.each([
    ['the beginning of the person’s name, without accents', 'amelie', ['amelie']],
    ['words of the person’s name, in any order', 'mancha jean', ['jean']],
    ['the person’s name with one typing error', 'dyrand', ['amelie']],
    ['words of the service', 'facon cout', ['sewing']],
    ['words of the partner on the other side', 'cabane', ['amelie']],
    ['a text without a letter or digit: none', '%', []],
    ['a text that is in none', 'fanfare', []],
  ])('finds them by %s', async (_, search, names) => {
    expect(await found(sender, search)).toEqual(names);
  });

  it('finds them by the reference or its beginning', async () => {
    const { reference } = (
      await sender.data('query ($id: ID!) { referral(id: $id) { reference } }', { id: referrals.jean })
    ).referral;
    expect(await found(sender, reference)).toEqual(['jean']);
    expect(await found(sender, ` ${reference.slice(0, 4)}`)).toEqual(['amelie', 'jean', 'sewing']);
    expect(await found(sender, reference.slice(1))).toEqual([]);
  });

  it('finds for each partner only its own, by the partner on the other side', async () => {
    expect(await found(receiver, 'mancha', 'INBOX')).toEqual(['jean']);
    expect(await found(receiver, 'amelie', 'INBOX')).toEqual([]);
    expect(await found(receiver, 'relais', 'INBOX')).toEqual([]);
    expect(await found(sender, 'relais')).toEqual(['jean', 'sewing']);
  });

  it('finds nothing by the name of a person whom the partner may no longer see', async () => {
    const person = await registerPerson(sender, { firstName: 'Nora', lastName: 'Quintal' });
    const referral = await sendReferral(sender, person, receiving);
    const query = `query ($search: String) { referrals(filter: { search: $search }) { nodes { id } } }`;
    const inbox = async (search: string) => (await receiver.data(query, { search })).referrals.nodes;
    expect(await inbox('quintal')).toEqual([{ id: referral }]);
    await runCommand(sender, 'withdrawFromPartner', { beneficiary: person, partner: receiving.id });
    expect(await inbox('quintal')).toEqual([]);
    const { reference } = (
      await receiver.data('query ($id: ID!) { referral(id: $id) { reference } }', { id: referral })
    ).referral;
    expect(await inbox(reference)).toEqual([{ id: referral }]);
  });

  it('is recorded in the audit with its count, and limited when it is short, wherever the filter is', async () => {
    const last = async () => (await hub.owner<{ id: string }>('select id from audit.head'))[0]?.id;
    const { beneficiary } = (
      await sender.data('query ($id: ID!) { referral(id: $id) { beneficiary { id } } }', {
        id: referrals.jean,
      })
    ).referral;
    for (const [query, count] of [
      ['{ referrals(box: OUTBOX, filter: { search: "mancha" }) { totalCount } }', 1],
      ['{ referrals(box: OUTBOX, filter: { search: "nobody" }) { nodes { id } } }', 0],
      [`{ beneficiary(id: "${beneficiary.id}") { referrals(filter: { search: "man" }) { totalCount } } }`, 1],
      [
        `{ referral(id: "${referrals.jean}") { laterReferrals(filter: { search: "man" }) { totalCount } } }`,
        0,
      ],
    ] as const) {
      const before = await last();
      await sender.data(query);
      const entries = await hub.owner("select found from audit.entry where id > $1 and via = 'SEARCH'", [
        before,
      ]);
      expect([query, entries]).toEqual([query, [{ found: count }]]);
    }
    await hub.owner(
      `insert into budget (member_id, full_at, kind) select id, now() + interval '1 hour', 'SHORT_SEARCHES' from member
       on conflict (member_id, kind) do update set full_at = excluded.full_at`,
    );
    const short = await sender.send('{ referrals(filter: { search: "ma" }) { totalCount } }');
    expect(short.errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED' });
  });
});
