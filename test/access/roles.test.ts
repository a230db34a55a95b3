import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { commandInputs } from '../kit/command-inputs.js';
import { payloadField } from '../kit/commands.js';
import { type FullFixture, fullFixture } from '../kit/full-fixture.js';
import { testHub } from '../kit/hub.js';
import { letters, type RoleLetter, rights, roleByLetter } from './rights/table.js';

const rolesWithoutCaseFiles = [
  'COORDINATOR',
  'CLAUSE_FACILITATOR',
  'COMMITTEE_MEMBER',
  'DATA_PROTECTION_OFFICER',
];

/** Whether the table of rights allows a command to a role, at a partner with which the person is shared. */
const isAllowed = (role: string, command: string) => {
  const letter = letters.find((it) => roleByLetter[it] === role) as RoleLetter;
  return rights.Mutation.get(command)?.shared.toUpperCase().includes(letter);
};

const caseFileQuery = `query ($person: ID!, $pathway: ID!, $referral: ID!, $ids: [ID!]!) {
  beneficiary(id: $person) { id } pathway: node(id: $pathway) { id } referral(id: $referral) { id } nodes(ids: $ids) { id }
  beneficiaries { totalCount nodes { id } } pathways { totalCount nodes { id } }
  inbox: referrals { totalCount nodes { id } } outbox: referrals(box: OUTBOX) { totalCount nodes { id } }
  referralEvents { nodes { kind } }
}`;

describe('at a partner that sees a person', () => {
  const hub = testHub();
  let fixture: FullFixture;
  const clients = new Map<string, Client>();
  let knownIds: Record<string, string | readonly string[]>;

  beforeAll(async () => {
    fixture = await fullFixture(hub.town);
    await hub.settled();
    // The partner with which the person is shared is the town.
    await hub.owner("update partner set kind = 'TOWN' where id = $1", [fixture.other.partner.key]);
    for (const role of [...rolesWithoutCaseFiles, 'PARTNER_ADMINISTRATOR']) {
      clients.set(role, await hub.as(await hub.town.member(fixture.other.partner, role)));
    }
    // The coordinator and the town's data protection officer read the logs of questions and of counts.
    const { CommitteeQuestion: _, DistinctCount: __, ...ids } = fixture.ids;
    const { Beneficiary, Pathway, Referral } = ids;
    knownIds = {
      person: Beneficiary[0] as string,
      pathway: Pathway[0] as string,
      referral: Referral[0] as string,
      ids: Object.values(ids).flat(),
    };
  });
  const clientOf = (role: string) => clients.get(role) as Client;

  describe.each(rolesWithoutCaseFiles)('%s', (role) => {
    it('sees itself, the partners and its colleagues', async () => {
      const { viewer, partners } = await clientOf(role).data(
        '{ viewer { role member { name partner { id } } partner { kind } } partners { nodes { id } } }',
      );
      expect(viewer).toMatchObject({
        role,
        member: { partner: { id: fixture.other.partner.id } },
        partner: { kind: 'TOWN' },
      });
      expect(partners.nodes.length).toBeGreaterThanOrEqual(2);
      const query = 'query ($id: ID!) { node(id: $id) { id ... on Member { name } } }';
      const member = (key: string) => clientOf(role).data(query, { id: `member_${key}` });
      expect((await member(fixture.other.member.key)).node).toMatchObject({ name: expect.any(String) });
      expect((await member(fixture.referent.member.key)).node).toBeNull();
    });

    it('sees no person, pathway, step, sharing, referral or event', async () => {
      const none = { totalCount: 0, nodes: [] };
      expect(await clientOf(role).data(caseFileQuery, knownIds)).toEqual({
        beneficiary: null,
        pathway: null,
        referral: null,
        nodes: (knownIds['ids'] as string[]).map(() => null),
        beneficiaries: none,
        pathways: none,
        inbox: none,
        outbox: none,
        referralEvents: { nodes: [] },
      });
    });

    it('gets NOT_FOUND from every command with the ids of existing persons and referrals', async () => {
      for (const [command, input] of Object.entries(commandInputs(fixture, fixture.referent.partner))) {
        if (isAllowed(role, command)) continue;
        const object = payloadField(command);
        const payload = await clientOf(role).run(command, input, `${object} { __typename }`);
        expect([command, payload]).toEqual([
          command,
          { [object]: null, userErrors: [expect.objectContaining({ code: 'NOT_FOUND' })] },
        ]);
      }
    });

    it('receives no events of the partner’s referrals, and no error', async () => {
      const subscription = await clientOf(role).subscribe('kind referral { id }');
      const caseworker = await fixture.other.client.subscribe('kind referral { id }');
      const [existing] = fixture.ids.Referral;
      const payload = await fixture.referent.client.run(
        'sendReferral',
        { ...commandInputs(fixture, fixture.other.partner)['sendReferral'] },
        'referral { id }',
      );
      expect(payload.userErrors).toEqual([]);
      expect(payload.referral.id).not.toBe(existing);
      expect(await caseworker.next()).toMatchObject({ kind: 'SENT' });
      // The feed has dispatched the colleague's event to this subscription too; a socket keeps the order of messages.
      const nextEvent = subscription.next().then(
        (event) => ({ event }),
        (error: Error) => ({ error: error.message }),
      );
      const noEvent = clientOf(role)
        .data('{ viewer { role } }')
        .then(() => clientOf(role).data('{ viewer { role } }'))
        .then(() => 'no event');
      expect(await Promise.race([nextEvent, noEvent])).toBe('no event');
      await Promise.all([subscription.stop(), caseworker.stop()]);
    });
  });

  it('PARTNER_ADMINISTRATOR reads case files as a caseworker does, except steps that only their author sees', async () => {
    const file = `query ($id: ID!) { beneficiary(id: $id) { firstName access { scope }
      pathways { nodes { objective steps { nodes { title } } } } referrals { totalCount } } }`;
    const read = (client: Client) => client.data(file, { id: knownIds['person'] });
    const own = await read(fixture.other.client);
    expect(own.beneficiary).toMatchObject({ access: { scope: 'FOLLOW_UP' } });
    expect(await read(clientOf('PARTNER_ADMINISTRATOR'))).toEqual(own);
  });
});
