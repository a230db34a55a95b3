import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Data } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { performActions } from '../kit/referral-actions.js';
import { daysAhead, registerPerson, type SeededPartner, sendReferral } from '../kit/town.js';
import { uniqueName } from '../kit/unique.js';

// That offers agree with outcomes is proved in test/access/rights. These are states that are rare there.
describe('viewerCan', () => {
  const hub = testHub();
  let referent: Client;
  let other: Client;
  let otherPartner: SeededPartner;

  beforeAll(async () => {
    ({ client: referent } = await hub.town.caseworker());
    ({ client: other, partner: otherPartner } = await hub.town.caseworker());
  });

  const offered = async (
    client: Client,
    type: string,
    id: string,
    field = 'viewerCan',
  ): Promise<string[]> => {
    const query = `query ($id: ID!) { node(id: $id) { ... on ${type} { offers: ${field} } } }`;
    return (await client.data(query, { id })).node.offers;
  };
  const shareWith = async (partner: SeededPartner, person: string, scope: string): Promise<string> =>
    (
      await runCommand(
        referent,
        'recordSharingAgreement',
        validInput.recordSharingAgreement(person, partner, { scope }),
      )
    ).id;

  it('of a person grows with the scope of the sharing', async () => {
    const always = ['ADD_CONTACT', 'DECLARE_DISTINCT', 'DRAFT_REFERRAL', 'RECORD_SHARING_AGREEMENT'];
    const identity = [...always, 'SEND_REFERRAL', 'SET_OWN_REFERENCE', 'WITHDRAW_FROM_PARTNER'];
    const pathway = ['OPEN_CLAUSE_CONTRACT', 'OPEN_PATHWAY', 'RECORD_ATTENDANCE', 'RECORD_CRITERION'];
    const followUp = ['PLAN_APPOINTMENT', 'RECORD_BARRIER', 'WRITE_NOTE'];
    for (const [scope, expected] of [
      ['IDENTITY', identity],
      ['PATHWAY', [...identity, ...pathway]],
      ['FOLLOW_UP', [...identity, ...pathway, ...followUp]],
    ] as const) {
      const person = await registerPerson(referent);
      await shareWith(otherPartner, person, scope);
      expect([scope, await offered(other, 'Beneficiary', person)]).toEqual([scope, [...expected].sort()]);
    }
  });

  it('of a person offers no second pathway, and merging and erasing only to the referent', async () => {
    const person = await registerPerson(referent);
    await shareWith(otherPartner, person, 'FOLLOW_UP');
    expect(await offered(referent, 'Beneficiary', person)).toContain('OPEN_PATHWAY');
    const { id: pathway } = await runCommand(referent, 'openPathway', validInput.openPathway(person));
    expect(await offered(referent, 'Beneficiary', person)).not.toContain('OPEN_PATHWAY');
    expect(await offered(other, 'Beneficiary', person)).toContain('OPEN_PATHWAY');
    expect(await offered(referent, 'Beneficiary', person)).toContain('MERGE_BENEFICIARIES');
    expect(await offered(other, 'Beneficiary', person)).not.toContain('MERGE_BENEFICIARIES');
    expect(await offered(referent, 'Beneficiary', person)).not.toContain('ERASE_BENEFICIARY');
    expect(await offered(referent, 'Pathway', pathway)).toEqual([
      'ADD_STEP',
      'RECORD_OUTCOME',
      'SET_OBJECTIVE',
    ]);
    expect(await offered(other, 'Pathway', pathway)).toEqual(['ADD_STEP', 'SET_OBJECTIVE']);
    await runCommand(referent, 'recordOutcome', validInput.recordOutcome(pathway));
    expect(await offered(referent, 'Pathway', pathway)).toEqual([]);
  });

  it('of a sharing offers to extend an agreement only to another partner, and never to withdraw the referent’s', async () => {
    const person = await registerPerson(referent);
    const sharing = await shareWith(otherPartner, person, 'PATHWAY');
    expect(await offered(referent, 'Sharing', sharing)).toEqual(['EXTEND_SHARING', 'WITHDRAW_SHARING']);
    expect(await offered(other, 'Sharing', sharing)).toEqual(['WITHDRAW_SHARING']);
    await runCommand(referent, 'withdrawSharing', { sharing });
    expect(await offered(referent, 'Sharing', sharing)).toEqual([]);
    const query = 'query ($id: ID!) { beneficiary(id: $id) { access { id basis } } }';
    const { access } = (await referent.data(query, { id: person })).beneficiary;
    expect(access.basis).toBe('REFERENT');
    expect(await offered(referent, 'Sharing', access.id)).toEqual([]);
  });

  it('of a link request offers the answer only to the referent, until it expires', async () => {
    const identity = { lastName: uniqueName() };
    await runCommand(referent, 'registerBeneficiary', validInput.registerBeneficiary(identity));
    const { id } = await runCommand(other, 'requestLink', validInput.requestLink(identity));
    expect(await offered(referent, 'LinkRequest', id)).toEqual(['ANSWER_LINK_REQUEST']);
    expect(await offered(other, 'LinkRequest', id)).toEqual([]);
    await hub.owner("update link_request set expires_at = created_at + interval '1 microsecond'");
    expect(await offered(referent, 'LinkRequest', id)).toEqual([]);
  });

  it('of a member does not offer to remove the last administrator', async () => {
    const partner = await hub.town.partner();
    const { client, member } = await hub.town.signedInMember(partner, 'PARTNER_ADMINISTRATOR');
    const id = `member_${member.key}`;
    expect(await offered(client, 'Member', id)).toEqual([]);
    await hub.town.member(partner, 'PARTNER_ADMINISTRATOR');
    expect(await offered(client, 'Member', id)).toEqual(['DEACTIVATE_MEMBER', 'SET_MEMBER_ROLE']);
    const colleague = await hub.town.member(partner);
    await runCommand(client, 'deactivateMember', { member: `member_${colleague.key}` });
    expect(await offered(client, 'Member', `member_${colleague.key}`)).toEqual([
      'REACTIVATE_MEMBER',
      'SET_MEMBER_ROLE',
    ]);
  });

  it('of a forum offers counts from its day on', async () => {
    const { client } = await hub.town.signedInMember(
      await hub.town.partner(undefined, 'TOWN'),
      'COORDINATOR',
    );
    const forum = async (changes: Data) =>
      (await runCommand(client, 'openForum', validInput.openForum(changes))).id;
    const [held, planned] = [await forum({}), await forum({ heldOn: daysAhead(3) })];
    expect(await offered(client, 'Forum', held)).toEqual(['ADD_EXHIBITOR', 'RECORD_HEADCOUNT']);
    expect(await offered(client, 'Forum', planned)).toEqual(['ADD_EXHIBITOR']);
    expect(await offered(referent, 'Forum', held)).toEqual(['RECORD_HEADCOUNT']);
    expect(await offered(referent, 'Forum', planned)).toEqual([]);
  });

  it('of a referral leaves the lifecycle to viewerCan, and offers messages while both sides see the person', async () => {
    const also = (client: Client, id: string) => offered(client, 'Referral', id, 'viewerCanAlso');
    const referral = await sendReferral(referent, await registerPerson(referent), otherPartner);
    expect(await also(referent, referral)).toEqual(['SEND_REFERRAL_MESSAGE']);
    expect(await also(other, referral)).toEqual(['ASSIGN_REFERRAL', 'SEND_REFERRAL_MESSAGE']);
    await performActions(referral, 1, [other, 'DECLINE']);
    for (const client of [referent, other]) expect(await also(client, referral)).toEqual([]);
  });

  it('of a notification offers to mark it as read until it is read', async () => {
    const { client, member } = await hub.town.caseworker();
    const notification = await hub.town.insertNotification(member);
    expect(await offered(client, 'Notification', notification)).toEqual(['MARK_NOTIFICATIONS_READ']);
    await runCommand(client, 'markNotificationsRead', { notifications: [notification] }, 'role');
    expect(await offered(client, 'Notification', notification)).toEqual([]);
  });
});

describe('Viewer.can', () => {
  const hub = testHub();

  it('lists the commands of the role that act on no object', async () => {
    const of = async (role: string) =>
      (
        await (
          await hub.town.signedInMember(await hub.town.partner(undefined, 'TOWN'), role)
        ).client.data('{ viewer { can } }')
      ).viewer.can;
    expect(await of('CASEWORKER')).toEqual(['CHOOSE_MAIL', 'REGISTER_BENEFICIARY', 'REQUEST_LINK']);
    expect(await of('COORDINATOR')).toEqual([
      'ADD_PARTNER',
      'ADD_ROADMAP_ITEM',
      'CHOOSE_MAIL',
      'CLOSE_YEAR',
      'MAKE_RELEASE',
      'OPEN_FORUM',
      'REVISE_YEAR',
      'SAVE_ANALYSIS',
      'TAKE_SNAPSHOT',
    ]);
    expect(await of('DATA_PROTECTION_OFFICER')).toEqual(['CHOOSE_MAIL', 'CHOOSE_PROTECTION']);
  });

  it('and viewerCan are empty for a member who may only read', async () => {
    const { client, member, partner } = await hub.town.caseworker();
    const colleague = (await hub.town.signedInMember(partner, 'CASEWORKER')).client;
    const person = await registerPerson(colleague);
    const referral = await sendReferral(colleague, person, (await hub.town.caseworker()).partner);
    await hub.owner('update member set may_write = false where id = $1', [member.key]);
    const query = `query ($person: ID!, $referral: ID!) { viewer { can }
      beneficiary(id: $person) { viewerCan } referral(id: $referral) { viewerCan viewerCanAlso } }`;
    expect(await client.data(query, { person, referral })).toEqual({
      viewer: { can: [] },
      beneficiary: { viewerCan: [] },
      referral: { viewerCan: [], viewerCanAlso: [] },
    });
  });
});
