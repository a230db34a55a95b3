import { beforeAll, describe, expect, it } from '@jest/globals';
import { agreed, filedPerson } from '../files/file.js';
import type { Client } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import { sharedHub } from '../kit/hub.js';
import { addStep, registerPerson, sendReferral } from '../kit/town.js';

type Caseworker = Awaited<ReturnType<ReturnType<typeof sharedHub>['town']['caseworker']>>;

describe('fileEvents', () => {
  const hub = sharedHub();
  let referent: Caseworker;
  let other: Caseworker;
  let stranger: Caseworker;

  beforeAll(async () => {
    [referent, other, stranger] = await Promise.all([
      hub.town.caseworker(),
      hub.town.caseworker(),
      hub.town.caseworker(),
    ]);
  });

  const allTold = async () => {
    await hub.settled();
    await hub.consumed();
    await hub.settled();
  };
  /** Subscribes to the file of a person, once all earlier changes have been told. */
  const follow = async ({ client }: { client: Client }, person: string, after?: string) => {
    await allTold();
    return client.subscribe('cursor kind beneficiaryId', after, 'fileEvents', `beneficiary: "${person}"`);
  };
  const kindsOf = async ({ client }: { client: Client }, person: string): Promise<string[]> => {
    await allTold();
    const query = 'query ($id: ID!) { fileEvents(beneficiary: $id, first: 100) { nodes { kind } } }';
    const { fileEvents } = await client.data(query, { id: person });
    return fileEvents.nodes.map((it: { kind: string }) => it.kind);
  };

  it('tells each partner of the changes that its scope shows, whichever partner made them', async () => {
    const file = await filedPerson(referent.client);
    const sharing = await agreed(referent, file.person, other.partner, 'PATHWAY');
    const before = {
      other: await kindsOf(other, file.person),
      referent: await kindsOf(referent, file.person),
    };
    const live = await follow(other, file.person);
    await runCommand(
      referent.client,
      'writeNote',
      validInput.writeNote(file.person, { visibility: 'SHARED' }),
    );
    await runCommand(referent.client, 'recordBarrier', validInput.recordBarrier(file.person));
    await addStep(referent.client, file.pathway, { visibility: 'PARTNER' });
    await allTold();
    await addStep(other.client, file.pathway);
    expect(await live.next()).toEqual({
      cursor: expect.any(String),
      kind: 'STEP',
      beneficiaryId: file.person,
    });
    await runCommand(referent.client, 'removeContact', { contact: file.contact });
    expect((await live.next()).kind).toBe('CONTACT');
    expect((await kindsOf(other, file.person)).slice(before.other.length)).toEqual(['STEP', 'CONTACT']);
    expect((await kindsOf(referent, file.person)).slice(before.referent.length).sort()).toEqual(
      ['NOTE', 'BARRIER', 'STEP', 'STEP', 'CONTACT'].sort(),
    );
    expect(await kindsOf(stranger, file.person)).toEqual([]);
    await runCommand(referent.client, 'withdrawSharing', { sharing });
    expect((await live.next()).kind).toBe('ACCESS_ENDED');
  });

  it('tells the two sides of a referral, and no other partner that sees the person', async () => {
    const { person } = await filedPerson(referent.client);
    await agreed(referent, person, other.partner, 'FOLLOW_UP');
    const third = await hub.town.caseworker();
    await agreed(referent, person, third.partner, 'FOLLOW_UP');
    const count = async (at: Caseworker) =>
      (await kindsOf(at, person)).filter((kind) => kind === 'REFERRAL').length;
    await sendReferral(referent.client, person, other.partner);
    expect(await Promise.all([referent, other, third].map(count))).toEqual([1, 1, 0]);
  });

  it('has no event after a withdrawal except the withdrawal, also of changes from just before it', async () => {
    const { person, pathway } = await filedPerson(referent.client);
    await agreed(referent, person, other.partner, 'FOLLOW_UP');
    await sendReferral(referent.client, person, other.partner);
    const before = (await kindsOf(other, person)).length;
    await runCommand(referent.client, 'withdrawFromPartner', {
      beneficiary: person,
      partner: other.partner.id,
    });
    await addStep(referent.client, pathway);
    await runCommand(referent.client, 'writeNote', validInput.writeNote(person, { visibility: 'SHARED' }));
    expect(new Set((await kindsOf(other, person)).slice(before))).toEqual(new Set(['ACCESS_ENDED']));
  });

  it('resumes after a cursor, and has the events of this person only', async () => {
    const [one, two] = [await registerPerson(referent.client), await registerPerson(referent.client)];
    const live = await follow(referent, one);
    await runCommand(referent.client, 'addContact', validInput.addContact(two));
    await runCommand(referent.client, 'addContact', validInput.addContact(one));
    const first = await live.next();
    expect(first).toMatchObject({ kind: 'CONTACT', beneficiaryId: one });
    await live.stop();
    await runCommand(referent.client, 'recordCriterion', validInput.recordCriterion(one));
    await runCommand(referent.client, 'recordBarrier', validInput.recordBarrier(two));
    await allTold();
    const resumed = await follow(referent, one, first.cursor);
    expect(await resumed.next()).toMatchObject({ kind: 'CRITERION', beneficiaryId: one });
    expect(await kindsOf(referent, one)).toEqual(['PERSON', 'CONTACT', 'CRITERION']);
  });

  it('reaches clients that show a duplicate by its former id', async () => {
    const [kept, duplicate] = [await registerPerson(referent.client), await registerPerson(referent.client)];
    const live = await follow(referent, duplicate);
    await runCommand(referent.client, 'mergeBeneficiaries', validInput.mergeBeneficiaries(kept, duplicate));
    expect(await live.next()).toMatchObject({ kind: 'PERSON', beneficiaryId: duplicate });
  });
});
