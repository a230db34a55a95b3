import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { objectOf } from '../kit/commands.js';
import { type FullFixture, fullFixture } from '../kit/full-fixture.js';
import { testHub } from '../kit/hub.js';
import { inputsFor } from '../kit/known-ids.js';
import { type Letter, letters, rights, who } from './rights/table.js';

const withoutFiles = ['COORDINATOR', 'CLAUSE_FACILITATOR', 'COMMITTEE_MEMBER', 'DATA_PROTECTION_OFFICER'];

/** Whether the table of rights allows an operation to a role without case files, at a partner with a sharing of the person. */
const mayDo = (role: string, command: string) => {
  const letter = letters.find((it) => who[it] === role) as Letter;
  return rights.Mutation.get(command)?.shared.toUpperCase().includes(letter);
};

const reads = `query ($person: ID!, $pathway: ID!, $referral: ID!, $ids: [ID!]!) {
  beneficiary(id: $person) { id } pathway: node(id: $pathway) { id } referral(id: $referral) { id } nodes(ids: $ids) { id }
  beneficiaries { totalCount nodes { id } } pathways { totalCount nodes { id } }
  inbox: referrals { totalCount nodes { id } } outbox: referrals(box: OUTBOX) { totalCount nodes { id } }
  referralEvents { nodes { kind } }
}`;

describe('at a partner that works with a person', () => {
  const hub = testHub();
  let inside: FullFixture;
  const clients = new Map<string, Client>();
  let known: Record<string, string | readonly string[]>;

  beforeAll(async () => {
    inside = await fullFixture(hub.town);
    await hub.settled();
    // The partner with the sharing is the town.
    await hub.owner("update partner set kind = 'TOWN' where id = $1", [inside.other.partner.key]);
    for (const role of [...withoutFiles, 'PARTNER_ADMINISTRATOR']) {
      clients.set(role, await hub.as(await hub.town.member(inside.other.partner, role)));
    }
    const { Beneficiary, Pathway, Referral } = inside.ids;
    known = {
      person: Beneficiary[0] as string,
      pathway: Pathway[0] as string,
      referral: Referral[0] as string,
      ids: Object.values(inside.ids).flat(),
    };
  });
  const clientOf = (role: string) => clients.get(role) as Client;

  describe.each(withoutFiles)('%s', (role) => {
    it('sees itself, the partners and its colleagues', async () => {
      const { viewer, partners } = await clientOf(role).data(
        '{ viewer { role member { name partner { id } } partner { kind } } partners { nodes { id } } }',
      );
      expect(viewer).toMatchObject({
        role,
        member: { partner: { id: inside.other.partner.id } },
        partner: { kind: 'TOWN' },
      });
      expect(partners.nodes.length).toBeGreaterThanOrEqual(2);
      const query = 'query ($id: ID!) { node(id: $id) { id ... on Member { name } } }';
      const member = (key: string) => clientOf(role).data(query, { id: `member_${key}` });
      expect((await member(inside.other.member.key)).node).toMatchObject({ name: expect.any(String) });
      expect((await member(inside.referent.member.key)).node).toBeNull();
    });

    it('sees no person, pathway, step, sharing, referral or event', async () => {
      const none = { totalCount: 0, nodes: [] };
      expect(await clientOf(role).data(reads, known)).toEqual({
        beneficiary: null,
        pathway: null,
        referral: null,
        nodes: (known['ids'] as string[]).map(() => null),
        beneficiaries: none,
        pathways: none,
        inbox: none,
        outbox: none,
        referralEvents: { nodes: [] },
      });
    });

    it('gets NOT_FOUND from every command with the ids of existing persons and referrals', async () => {
      for (const [command, input] of Object.entries(inputsFor(inside, inside.referent.partner))) {
        if (mayDo(role, command)) continue;
        const object = objectOf(command);
        const payload = await clientOf(role).run(command, input, `${object} { __typename }`);
        expect([command, payload]).toEqual([
          command,
          { [object]: null, userErrors: [expect.objectContaining({ code: 'NOT_FOUND' })] },
        ]);
      }
    });

    it('receives no events of the partner’s referrals, and no error', async () => {
      const listening = await clientOf(role).listen('kind referral { id }');
      const caseworker = await inside.other.client.listen('kind referral { id }');
      const [last] = inside.ids.Referral;
      const touched = await inside.referent.client.run(
        'sendReferral',
        { ...inputsFor(inside, inside.other.partner)['sendReferral'] },
        'referral { id }',
      );
      expect(touched.userErrors).toEqual([]);
      expect(touched.referral.id).not.toBe(last);
      expect(await caseworker.next()).toMatchObject({ kind: 'SENT' });
      // The event that the colleague received was also dispatched to this subscription; the socket keeps the order.
      const heard = listening.next().then(
        (event) => ({ event }),
        (error: Error) => ({ error: error.message }),
      );
      const silence = clientOf(role)
        .data('{ viewer { role } }')
        .then(() => clientOf(role).data('{ viewer { role } }'))
        .then(() => 'silence');
      expect(await Promise.race([heard, silence])).toBe('silence');
      await Promise.all([listening.stop(), caseworker.stop()]);
    });
  });

  it('PARTNER_ADMINISTRATOR reads case files as a caseworker does, except steps that only their author sees', async () => {
    const file = `query ($id: ID!) { beneficiary(id: $id) { firstName access { scope }
      pathways { nodes { objective steps { nodes { title } } } } referrals { totalCount } } }`;
    const read = (client: Client) => client.data(file, { id: known['person'] });
    const own = await read(inside.other.client);
    expect(own.beneficiary).toMatchObject({ access: { scope: 'FOLLOW_UP' } });
    expect(await read(clientOf('PARTNER_ADMINISTRATOR'))).toEqual(own);
  });
});
