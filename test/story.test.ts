import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from './kit/client.js';
import { sharedHub } from './kit/hub.js';
import { addStep, daysAgo, openPathway, registerPerson } from './kit/town.js';

const file = `query ($id: ID!) {
  beneficiary(id: $id) { firstName lastName access { scope basis } pathways { nodes { objective steps { nodes { title } } } } }
}`;

describe('a referral travels from CSC to Club Relais', () => {
  const hub = sharedHub();
  let csc: Client;
  let clubRelais: Client;
  let aspe: Client;
  let clubRelaisId: string;

  beforeAll(async () => {
    ({ client: csc } = await hub.town.caseworker('csc'));
    const relais = await hub.town.caseworker('club-relais');
    clubRelais = relais.client;
    clubRelaisId = relais.partner.id;
    ({ client: aspe } = await hub.town.caseworker('aspe'));
  });

  it('live, with the person’s agreement, and ASPE never sees anything of it', async () => {
    const person = await registerPerson(csc, { firstName: 'Lina' });
    const pathway = await openPathway(csc, person, 'Become a gardener');
    await addStep(csc, pathway, { title: 'Workshop on tools' });

    const atRelais = await clubRelais.subscribe(
      'cursor kind by { slug } referral { id reference version status viewerCan beneficiary { firstName access { scope } pathways { totalCount } } }',
    );
    const atAspe = await aspe.subscribe('kind referral { id }');
    const nothingForAspe = async () => {
      const { data } = await aspe.send(
        `query ($id: ID!) { beneficiary(id: $id) { id } node(id: $id) { id } beneficiaries { totalCount } pathways { totalCount }
          inbox: referrals { totalCount } outbox: referrals(box: OUTBOX) { totalCount } referralEvents { nodes { kind } } }`,
        { id: person },
      );
      expect(data).toEqual({
        beneficiary: null,
        node: null,
        beneficiaries: { totalCount: 0 },
        pathways: { totalCount: 0 },
        inbox: { totalCount: 0 },
        outbox: { totalCount: 0 },
        referralEvents: { nodes: [] },
      });
    };
    await nothingForAspe();
    expect((await clubRelais.data(file, { id: person })).beneficiary).toBeNull();

    const sent = await csc.run(
      'sendReferral',
      {
        idempotencyKey: randomUUID(),
        beneficiary: person,
        to: clubRelaisId,
        purpose: 'A place in the garden project',
        agreedOn: daysAgo(0),
        method: 'WRITTEN',
      },
      'referral { id reference status viewerCan }',
    );
    expect(sent.userErrors).toEqual([]);
    expect(sent.referral).toMatchObject({ status: 'REQUESTED', viewerCan: ['CANCEL', 'ENTER_IN_ERROR'] });
    expect(sent.referral.reference).toMatch(/^\d{4}-\d{6}$/);

    const event = await atRelais.next();
    expect(event).toMatchObject({
      kind: 'SENT',
      by: { slug: 'csc' },
      referral: {
        id: sent.referral.id,
        status: 'REQUESTED',
        viewerCan: ['REVIEW', 'REQUEST_INFO', 'WAITLIST', 'ACCEPT', 'DECLINE'],
        beneficiary: { firstName: 'Lina', access: { scope: 'IDENTITY' }, pathways: { totalCount: 0 } },
      },
    });
    await nothingForAspe();

    const accepted = await clubRelais.run(
      'acceptReferral',
      { referral: event.referral.id, expectedVersion: event.referral.version },
      'referral { status viewerCan version }',
    );
    expect(accepted).toMatchObject({ userErrors: [], referral: { status: 'ACCEPTED', version: 2 } });
    expect((await clubRelais.data(file, { id: person })).beneficiary).toMatchObject({
      firstName: 'Lina',
      access: { scope: 'PATHWAY', basis: 'REFERRAL' },
      pathways: {
        nodes: [{ objective: 'Become a gardener', steps: { nodes: [{ title: 'Workshop on tools' }] } }],
      },
    });
    expect(await atRelais.next()).toMatchObject({ kind: 'ACCEPTED', referral: { status: 'ACCEPTED' } });
    await nothingForAspe();
    await atAspe.stop();
    await atRelais.stop();
  });
});
