import { validInput } from '../../kit/commands.js';
import { fixtureMark } from '../../kit/full-fixture.js';
import { sendReferral } from '../../kit/town.js';
import { createObject, newSharing, type RightsFixture } from './fixture.js';
import { letters, type Owner } from './table.js';

/** The text of a root field, and a text that a response contains only if it has the tested object. */
export type QueryCase = readonly [field: string, expectedText: string];

/** The selection of a subscription, and a function that causes an event with the id that it returns. */
export interface SubscriptionCase {
  readonly selection: string;
  /** An argument that the subscription needs. */
  argument?(fixture: RightsFixture): string;
  emit(fixture: RightsFixture): Promise<string>;
}

/** The case of each query, with objects of the fixture. */
export async function queryCases(fixture: RightsFixture, owner: Owner): Promise<Record<string, QueryCase>> {
  const { ids, visibleToAll, referent } = fixture.base;
  const [person, pathway, referral] = [ids.Beneficiary[0], ids.Pathway[0], ids.Referral[0]] as string[];
  const reference = await referent.client.data(`{ referral(id: "${referral}") { reference } }`);
  const list = (field: string, id: string | undefined): QueryCase => [
    `${field} { nodes { id } }`,
    id as string,
  ];
  const events = (name: keyof typeof subscriptionCases, id: string | undefined): QueryCase => [
    `${name}(first: 100) { nodes { ${subscriptionCases[name].selection} } }`,
    id as string,
  ];
  return {
    auditTrail: [`auditTrail(beneficiary: "${person}") { nodes { operation } }`, '"operation"'],
    beneficiaries: list(`beneficiaries(filter: { search: "Lina ${fixtureMark}" })`, person),
    beneficiary: [`beneficiary(id: "${person}") { id }`, person as string],
    clauseEvents: events('clauseEvents', visibleToAll.Lot[0]),
    clauseProgrammes: list('clauseProgrammes(first: 100)', visibleToAll.ClauseProgramme[0]),
    committee: ['committee { __typename }', '"Committee"'],
    companies: list('companies(first: 100)', visibleToAll.Company[0]),
    forums: list('forums(first: 100)', visibleToAll.Forum[0]),
    linkEvents: events('linkEvents', ids.LinkRequest[0]),
    linkRequests: list('linkRequests(box: INBOX)', ids.LinkRequest[0]),
    lots: list('lots(first: 100)', visibleToAll.Lot[0]),
    members: list('members(first: 100)', ids.Member[0]),
    node: [`node(id: "${person}") { id }`, person as string],
    nodes: [`nodes(ids: ["${person}"]) { id }`, person as string],
    partner: [`partner(slug: "${referent.partner.slug}") { id }`, referent.partner.id],
    partners: list('partners(first: 100)', referent.partner.id),
    pathways: list('pathways(first: 100)', pathway),
    referral: [`referral(id: "${referral}") { id }`, referral as string],
    referralEvents: events('referralEvents', referral),
    fileEvents: [
      `fileEvents(${subscriptionCases.fileEvents.argument(fixture)}) { nodes { beneficiaryId } }`,
      await newFileEvent(fixture),
    ],
    referrals: list(`referrals(first: 100, box: ${owner === 'own' ? 'OUTBOX' : 'INBOX'})`, referral),
    services: list(
      `services(first: 100, filter: { partner: "${referent.partner.id}" })`,
      visibleToAll.Service[0],
    ),
    roadmap: list('roadmap(first: 100)', visibleToAll.RoadmapItem[0]),
    savedAnalyses: list('savedAnalyses(first: 100)', await fixture.newSavedAnalysis(owner)),
    committeeProtection: ['committeeProtection { level }', 'DEFAULT'],
    committeeQuestions: list('committeeQuestions(first: 100)', await newQuestion(fixture, owner)),
    distinctCounts: list('distinctCounts(first: 100)', ids.DistinctCount[0]),
    beneficiaryEvents: events('beneficiaryEvents', person),
    sharingEvents: events('sharingEvents', await newSharing(fixture)),
    unansweredReferrals: [
      'unansweredReferrals(first: 100) { nodes { reference } }',
      reference.referral.reference,
    ],
    accessSheet: [`accessSheet(beneficiary: "${person}") { beneficiary }`, person as string],
    exportFile: [`exportFile(beneficiary: "${person}") { json }`, fixtureMark],
    retention: ['retention(first: 100) { nodes { beneficiary } }', person as string],
    retentionRuns: list('retentionRuns(first: 100)', ids.RetentionRun[0]),
    retentionEvents: events('retentionEvents', person),
    webhooks: list('webhooks(first: 100)', ids.Webhook[0]),
    webhookEvents: events('webhookEvents', ids.Webhook[0]),
    notificationEvents: events('notificationEvents', await notifyOwn(fixture)),
    viewer: ['viewer { partner { id } }', referent.partner.id],
  };
}

/** Changes the file of the fixture's person, and returns the person's id, which is in the event. */
async function newFileEvent({ hub, base: { ids, referent } }: RightsFixture): Promise<string> {
  const [person] = ids.Beneficiary as [string];
  await createObject(referent.client, 'addContact', validInput.addContact(person));
  await hub.consumed();
  await hub.settled();
  return person;
}

/** Logs a question of the first partner's committee member, or of the committee; returns its id. */
async function newQuestion({ hub, base, client }: RightsFixture, owner: Owner): Promise<string> {
  if (owner !== 'own') return hub.town.insertCommitteeQuestion(base.committee.member);
  const { viewer } = await client('own', 'S').data('{ viewer { member { id } } }');
  const key = viewer.member.id.slice('member_'.length);
  return hub.town.insertCommitteeQuestion({ key, partner: base.referent.partner });
}

/** Notifies the first partner's member in each role; returns the kind, which no other notification has. */
async function notifyOwn({ hub, client }: RightsFixture): Promise<string> {
  const kind = 'WEBHOOK_PAUSED';
  for (const letter of letters) {
    const { viewer } = await client('own', letter).data('{ viewer { member { id } } }');
    await hub.town.notify(viewer.member.id, kind);
  }
  return kind;
}

/** The case of each subscription. */
export const subscriptionCases = {
  clauseEvents: {
    selection: 'lot { id }',
    emit: ({ base: { visibleToAll, facilitator } }) => {
      const [procurement, company] = [visibleToAll.Procurement[0], visibleToAll.Company[0]] as [
        string,
        string,
      ];
      return createObject(
        facilitator.client,
        'addLot',
        validInput.addLot(procurement, company, { number: 9 }),
      );
    },
  },
  linkEvents: {
    selection: 'linkRequest { id }',
    emit: ({ base, fourthPartner }) =>
      createObject(fourthPartner.client, 'requestLink', validInput.requestLink(base.person)),
  },
  referralEvents: {
    selection: 'referral { id }',
    emit: ({ base: { ids, referent, other } }) =>
      sendReferral(referent.client, ids.Beneficiary[0] as string, other.partner),
  },
  beneficiaryEvents: {
    selection: 'beneficiary { id }',
    emit: async ({ base, newPerson }) => {
      const [kept, duplicate] = [await newPerson(), await newPerson()];
      const { client } = base.referent;
      await createObject(client, 'mergeBeneficiaries', validInput.mergeBeneficiaries(kept, duplicate));
      return kept;
    },
  },
  fileEvents: {
    selection: 'beneficiaryId',
    argument: ({ base }: RightsFixture) => `beneficiary: "${base.ids.Beneficiary[0]}"`,
    emit: newFileEvent,
  },
  sharingEvents: {
    selection: 'sharing { id }',
    emit: newSharing,
  },
  retentionEvents: {
    selection: 'due { beneficiary }',
    emit: async ({ hub, base: { ids, referent } }) => {
      const [person] = ids.Beneficiary as [string];
      await hub.town.insertRetentionRun(referent.partner, person);
      return person;
    },
  },
  webhookEvents: {
    selection: 'webhook { id }',
    emit: ({ client }) => createObject(client('own', 'A'), 'addWebhook', validInput.addWebhook()),
  },
  notificationEvents: {
    selection: 'notification { kind }',
    emit: notifyOwn,
  },
} satisfies Record<string, SubscriptionCase>;
