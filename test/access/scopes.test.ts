import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { testHub } from '../kit/hub.js';
import {
  addStep,
  daysAgo,
  openPathway,
  registerPerson,
  type SeededPartner,
  sendReferral,
} from '../kit/town.js';

interface Partner {
  readonly partner: SeededPartner;
  readonly client: Client;
}

const caseFileQuery = `query ($id: ID!) { beneficiary(id: $id) {
  firstName access { scope basis partner { id } } pathways { totalCount nodes { steps { nodes { title } } } }
} }`;

describe('the scope of a sharing', () => {
  const hub = testHub();
  let referent: Partner;
  let other: Partner;
  let third: Partner;

  beforeAll(async () => {
    [referent, other, third] = await Promise.all([
      hub.town.caseworker(),
      hub.town.caseworker(),
      hub.town.caseworker(),
    ]);
  });

  const key = (id: string) => id.slice(id.indexOf('_') + 1);
  const caseFile = async (client: Client, id: string) =>
    (await client.data(caseFileQuery, { id })).beneficiary;
  /** The viewer's access as `SCOPE BASIS`, or null if the person is not visible. Checks reads by id and lists. */
  const access = async ({ client }: Partner, id: string): Promise<string | null> => {
    const { beneficiary, node, pathways } = await client.data(
      `query ($id: ID!) { beneficiary(id: $id) { access { scope basis } } node(id: $id) { id }
        pathways(first: 100) { nodes { beneficiary { id } } } }`,
      { id },
    );
    expect(node === null).toBe(beneficiary === null);
    const listed = pathways.nodes.some((it: { beneficiary: { id: string } }) => it.beneficiary.id === id);
    expect(listed).toBe(beneficiary !== null && beneficiary.access.scope !== 'IDENTITY');
    return beneficiary && `${beneficiary.access.scope} ${beneficiary.access.basis}`;
  };
  const newPerson = async () => {
    const id = await registerPerson(referent.client);
    const pathway = await openPathway(referent.client, id);
    return { id, pathway };
  };
  const recordAgreement = async (from: Partner, id: string, to: Partner, scope: string): Promise<string> => {
    const payload = await from.client.run(
      'recordSharingAgreement',
      {
        idempotencyKey: randomUUID(),
        beneficiary: id,
        partner: to.partner.id,
        scope,
        agreedOn: daysAgo(1),
        method: 'ORAL',
      },
      'sharing { id }',
    );
    expect(payload.userErrors).toEqual([]);
    return payload.sharing.id;
  };
  const runReferralCommand = async (by: Partner, name: string, input: Record<string, unknown>) => {
    const payload = await by.client.run(name, input, 'referral { status version }');
    expect(payload.userErrors).toEqual([]);
    return payload.referral;
  };

  it('IDENTITY shows the person and no pathway, step or count; PATHWAY and FOLLOW_UP show them', async () => {
    for (const [scope, pathways] of [
      ['IDENTITY', 0],
      ['PATHWAY', 1],
      ['FOLLOW_UP', 1],
    ] as const) {
      const { id, pathway } = await newPerson();
      await addStep(referent.client, pathway, { title: 'Met' });
      expect(await access(other, id)).toBeNull();
      await recordAgreement(referent, id, other, scope);
      const steps = scope === 'IDENTITY' ? [] : [{ steps: { nodes: [{ title: 'Met' }] } }];
      expect(await caseFile(other.client, id)).toEqual({
        firstName: 'Amina',
        access: { scope, basis: 'AGREEMENT', partner: { id: other.partner.id } },
        pathways: { totalCount: pathways, nodes: steps },
      });
      const { node } = await other.client.data('query ($id: ID!) { node(id: $id) { id } }', { id: pathway });
      expect(node).toEqual(pathways ? { id: pathway } : null);
    }
  });

  it('a referral grants IDENTITY when sent, its scope when accepted, and nothing once cancelled', async () => {
    for (const scope of ['IDENTITY', 'PATHWAY', 'FOLLOW_UP']) {
      const { id } = await newPerson();
      const referral = await sendReferral(referent.client, id, other.partner, { scope });
      expect(await access(other, id)).toBe('IDENTITY REFERRAL');
      await runReferralCommand(other, 'acceptReferral', { referral, expectedVersion: 1 });
      expect(await access(other, id)).toBe(`${scope} REFERRAL`);
      expect(await access(third, id)).toBeNull();
      await runReferralCommand(referent, 'cancelReferral', {
        referral,
        expectedVersion: 2,
        reason: 'Moved away',
      });
      expect(await access(other, id)).toBeNull();
    }
  });

  it('a declined referral grants nothing', async () => {
    const { id } = await newPerson();
    const referral = await sendReferral(referent.client, id, other.partner);
    await runReferralCommand(other, 'declineReferral', {
      referral,
      expectedVersion: 1,
      side: 'PERSON',
      reason: 'NOT_INTERESTED',
    });
    expect(await access(other, id)).toBeNull();
  });

  it('a completed referral keeps its grant until the end of the sharing', async () => {
    const { id } = await newPerson();
    const referral = await sendReferral(referent.client, id, other.partner);
    await runReferralCommand(other, 'acceptReferral', { referral, expectedVersion: 1 });
    await runReferralCommand(other, 'startReferral', {
      referral,
      expectedVersion: 2,
      firstContactOn: daysAgo(0),
    });
    await runReferralCommand(other, 'completeReferral', {
      referral,
      expectedVersion: 3,
      outcome: 'SERVICE_RECEIVED',
    });
    expect(await access(other, id)).toBe('PATHWAY REFERRAL');
    await hub.owner("update sharing set until = now() - interval '1 second' where referral_id = $1", [
      key(referral),
    ]);
    expect(await access(other, id)).toBeNull();
  });

  it('an agreement grants nothing once it has expired', async () => {
    const { id } = await newPerson();
    const sharing = await recordAgreement(referent, id, other, 'FOLLOW_UP');
    expect(await access(other, id)).toBe('FOLLOW_UP AGREEMENT');
    await hub.owner('update sharing set until = now() where id = $1', [key(sharing)]);
    expect(await access(other, id)).toBeNull();
    const refused = await other.client.run(
      'openPathway',
      { idempotencyKey: randomUUID(), beneficiary: id, objective: 'Find work' },
      'pathway { id }',
    );
    expect(refused).toMatchObject({ pathway: null, userErrors: [{ code: 'NOT_FOUND' }] });
  });

  it('the greatest scope of the sharings in force applies; when its sharing ends, the next smaller one', async () => {
    const { id } = await newPerson();
    await recordAgreement(referent, id, other, 'IDENTITY');
    const greatest = await recordAgreement(referent, id, other, 'FOLLOW_UP');
    await recordAgreement(referent, id, other, 'PATHWAY');
    expect(await access(other, id)).toBe('FOLLOW_UP AGREEMENT');
    await referent.client.run('withdrawSharing', { sharing: greatest }, 'sharing { id }');
    expect(await access(other, id)).toBe('PATHWAY AGREEMENT');
  });

  it('the partners that see a person see each other’s sharings, and other partners do not', async () => {
    const { id } = await newPerson();
    const partners = async ({ client }: Partner) =>
      (
        await client.data('query ($id: ID!) { beneficiary(id: $id) { sharings { partner { id } basis } } }', {
          id,
        })
      ).beneficiary?.sharings.map((it: { partner: { id: string }; basis: string }) => [
        it.partner.id,
        it.basis,
      ]);
    const sharing = await recordAgreement(referent, id, other, 'IDENTITY');
    await sendReferral(referent.client, id, third.partner);
    const all = [
      [referent.partner.id, 'REFERENT'],
      [other.partner.id, 'AGREEMENT'],
      [third.partner.id, 'REFERRAL'],
    ];
    for (const partner of [referent, other, third]) expect(await partners(partner)).toEqual(all);
    await other.client.run('withdrawSharing', { sharing }, 'sharing { id }');
    expect(await partners(referent)).toEqual(all.filter(([id]) => id !== other.partner.id));
    expect(await partners(other)).toBeUndefined();
  });

  it('a step is visible to its author, to the author’s partner, or to all partners that see the pathway', async () => {
    const { id, pathway } = await newPerson();
    await recordAgreement(referent, id, other, 'PATHWAY');
    const colleague = await hub.as(await hub.town.member(referent.partner));
    const administrator = await hub.as(await hub.town.member(referent.partner, 'PARTNER_ADMINISTRATOR'));
    for (const visibility of ['AUTHOR', 'PARTNER', 'SHARED']) {
      await addStep(referent.client, pathway, { title: visibility, visibility });
      await addStep(other.client, pathway, { title: `${visibility} of the other`, visibility });
    }
    const titles = async (client: Client) => {
      const { pathways } = await caseFile(client, id);
      return pathways.nodes[0].steps.nodes.map((it: { title: string }) => it.title).sort();
    };
    const shared = ['SHARED', 'SHARED of the other'];
    expect(await titles(referent.client)).toEqual(['AUTHOR', 'PARTNER', ...shared]);
    expect(await titles(colleague)).toEqual(['PARTNER', ...shared]);
    expect(await titles(administrator)).toEqual(['PARTNER', ...shared]);
    expect(await titles(other.client)).toEqual(['AUTHOR of the other', 'PARTNER of the other', ...shared]);
  });
});
