import { beforeAll, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { NotificationKind } from '../../src/features/notifications/notice.js';
import type { Client, Data } from '../kit/client.js';
import { runCommand } from '../kit/commands.js';
import { type FullFixture, fullFixture } from '../kit/full-fixture.js';
import { testHub } from '../kit/hub.js';
import { registerPerson, type SeededMember, type SeededPartner, sendReferral } from '../kit/town.js';

const hub = testHub();
const kinds = Object.keys(NotificationKind);
/** The targets that every member may see. */
const visibleToAll: Readonly<Record<string, string>> = { CLAUSE_SHORTFALL: 'Lot', RELEASE_LATE: 'Partner' };
const keyOf = (id: string) => id.replace(/^\w+_/, '');

/** What each type of target shows of the object that the notification is about. */
const target = `target { __typename
  ... on Referral { id } ... on LinkRequest { id } ... on Sharing { id } ... on Lot { id } ... on Webhook { id } ... on Partner { id } ... on CommitteeQuestion { id }
  ... on UnansweredReferral { id: referral } ... on RetentionDue { id: beneficiary } }`;
const notified = async (client: Client): Promise<Data[]> =>
  (await client.data(`{ viewer { notifications(first: 100) { nodes { kind ${target} } } } }`)).viewer
    .notifications.nodes;

let fixture: FullFixture;
let members: { member: SeededMember; client: Client }[];
/** The type and the id of the object of each topic, and the partners that receive its events. */
let subjects: Record<string, { type: string; id: string; to: SeededPartner[] }>;

beforeAll(async () => {
  fixture = await fullFixture(hub.town);
  const { referent, other, facilitator, ids } = fixture;
  const town = await hub.town.signedInMember(await hub.town.partner(undefined, 'TOWN'), 'COORDINATOR');
  members = [
    referent,
    other,
    facilitator,
    town,
    await hub.town.signedInMember(referent.partner, 'PARTNER_ADMINISTRATOR'),
    await hub.town.signedInMember(referent.partner, 'DATA_PROTECTION_OFFICER'),
    await hub.town.signedInMember(other.partner, 'PARTNER_ADMINISTRATOR'),
  ];
  const [own, theirs] = [referent.partner, other.partner];
  const of = (type: string, objects: readonly string[], ...to: SeededPartner[]) => ({
    type,
    id: objects[0] as string,
    to,
  });
  subjects = {
    REFERRAL: of('Referral', ids.Referral, own, theirs),
    RELEASE: { type: 'Partner', id: town.partner.id, to: [town.partner] },
    QUESTION: of('CommitteeQuestion', ids.CommitteeQuestion, town.partner),
    UNANSWERED: of('UnansweredReferral', ids.Referral, town.partner),
    LINK: of('LinkRequest', ids.LinkRequest, own),
    SHARING: of('Sharing', ids.Sharing, own),
    RETENTION: of('RetentionDue', ids.Beneficiary, own),
    CLAUSE: of('Lot', fixture.visibleToAll.Lot, own),
    WEBHOOK: of('Webhook', ids.Webhook, own),
  };
  await hub.consumed();
  await hub.owner('delete from notification');
  for (const kind of kinds) {
    const [topic = ''] = kind.split('_');
    for (const { key } of subjects[topic]?.to ?? []) {
      await hub.owner(
        'insert into event (id, partner_id, topic, kind, subject) values ($1, $2, $3, $4, $5)',
        [v7(), key, topic, kind.slice(topic.length + 1), keyOf(subjects[topic]?.id as string)],
      );
    }
  }
  await hub.consumed();
});

it('a notification of every kind leads to its object', async () => {
  const found = new Map<string, Set<string>>();
  for (const { client } of members) {
    for (const { kind, target } of await notified(client)) {
      found.set(kind, (found.get(kind) ?? new Set()).add(`${target?.__typename} ${target?.id}`));
    }
  }
  const expected = kinds.map((kind) => {
    const subject = subjects[kind.split('_')[0] ?? ''];
    return [kind, new Set([`${subject?.type} ${subject?.id}`])] as const;
  });
  expect(found).toEqual(new Map(expected));
});

it('a target that the viewer no longer sees is null; lots and partners stay visible to every member', async () => {
  await hub.owner("update member set role = 'COMMITTEE_MEMBER' where id = any ($1)", [
    members.map(({ member }) => member.key),
  ]);
  const seen = new Set<string>();
  for (const { member } of members) {
    for (const { kind, target } of await notified(await hub.as(member))) {
      seen.add(kind);
      expect([kind, target?.__typename]).toEqual([kind, visibleToAll[kind]]);
    }
  }
  expect(seen).toEqual(new Set(kinds));
});

it('an erasure deletes the notifications that lead to the person or to its objects', async () => {
  const { client, partner } = await hub.town.caseworker();
  const officer = await hub.town.signedInMember(partner, 'DATA_PROTECTION_OFFICER');
  const receiver = await hub.town.caseworker();
  const person = await registerPerson(client);
  await sendReferral(client, person, receiver.partner);
  await hub.town.insertRetentionRun(partner, person);
  await hub.consumed();
  expect((await notified(officer.client)).map((it) => it.target)).toEqual([
    { __typename: 'RetentionDue', id: person },
  ]);
  expect(await notified(receiver.client)).toHaveLength(1);
  const input = { idempotencyKey: v7(), beneficiary: person, reason: 'REQUEST' };
  await runCommand(officer.client, 'eraseBeneficiary', input);
  expect(await notified(officer.client)).toEqual([]);
  expect(await notified(receiver.client)).toEqual([]);
});

it('the persons of targets are recorded in the audit', async () => {
  const { referent, ids } = fixture;
  const [person = ''] = ids.Beneficiary;
  const administrator = await hub.town.signedInMember(referent.partner, 'PARTNER_ADMINISTRATOR');
  await hub.town.insertNotification(administrator.member, ids.Referral[0]);
  await notified(administrator.client);
  const { auditTrail } = await administrator.client.data(
    `{ auditTrail(beneficiary: "${person}") { nodes { operation role } } }`,
  );
  expect(auditTrail.nodes[0]).toEqual({ operation: 'viewer', role: 'PARTNER_ADMINISTRATOR' });
});
