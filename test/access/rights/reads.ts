import { rightInput } from '../../kit/commands.js';
import { fixtureMark } from '../../kit/full-fixture.js';
import { sendReferral } from '../../kit/town.js';
import { agreed, make, type Stage } from './stage.js';
import type { Whose } from './table.js';

/** The text of a root field, and a text that only an answer with the tested object contains. */
export type Read = readonly [field: string, holds: string];

/** The selection of a subscription, and a command that emits an event with the returned id. */
export interface News {
  readonly selection: string;
  happens(stage: Stage): Promise<string>;
}

/** Each query, about the insiders' objects. */
export async function queriesOf(stage: Stage, whose: Whose): Promise<Record<string, Read>> {
  const { ids, open, referent } = stage.inside;
  const [person, pathway, referral] = [ids.Beneficiary[0], ids.Pathway[0], ids.Referral[0]] as string[];
  const reference = await referent.client.data(`{ referral(id: "${referral}") { reference } }`);
  const list = (field: string, id: string | undefined): Read => [`${field} { nodes { id } }`, id as string];
  const events = (name: keyof typeof subscriptions, id: string | undefined): Read => [
    `${name}(first: 100) { nodes { ${subscriptions[name].selection} } }`,
    id as string,
  ];
  return {
    auditTrail: [`auditTrail(beneficiary: "${person}") { nodes { operation } }`, '"operation"'],
    beneficiaries: list(`beneficiaries(filter: { search: "Lina ${fixtureMark}" })`, person),
    beneficiary: [`beneficiary(id: "${person}") { id }`, person as string],
    clauseEvents: events('clauseEvents', open.Lot[0]),
    clauseProgrammes: list('clauseProgrammes(first: 100)', open.ClauseProgramme[0]),
    committee: ['committee { __typename }', '"Committee"'],
    companies: list('companies(first: 100)', open.Company[0]),
    forums: list('forums(first: 100)', open.Forum[0]),
    linkEvents: events('linkEvents', ids.LinkRequest[0]),
    linkRequests: list('linkRequests(box: INBOX)', ids.LinkRequest[0]),
    lots: list('lots(first: 100)', open.Lot[0]),
    members: list('members(first: 100)', ids.Member[0]),
    node: [`node(id: "${person}") { id }`, person as string],
    nodes: [`nodes(ids: ["${person}"]) { id }`, person as string],
    partner: [`partner(slug: "${referent.partner.slug}") { id }`, referent.partner.id],
    partners: list('partners(first: 100)', referent.partner.id),
    pathways: list('pathways(first: 100)', pathway),
    referral: [`referral(id: "${referral}") { id }`, referral as string],
    referralEvents: events('referralEvents', referral),
    referrals: list(`referrals(first: 100, box: ${whose === 'own' ? 'OUTBOX' : 'INBOX'})`, referral),
    roadmap: list('roadmap(first: 100)', open.RoadmapItem[0]),
    savedAnalyses: list('savedAnalyses(first: 100)', await stage.saved(whose)),
    beneficiaryEvents: events('beneficiaryEvents', person),
    sharingEvents: events('sharingEvents', await agreed(stage)),
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
    viewer: ['viewer { partner { id } }', referent.partner.id],
  };
}

/** Each subscription. */
export const subscriptions = {
  clauseEvents: {
    selection: 'lot { id }',
    happens: ({ inside: { open, facilitator } }) => {
      const [procurement, company] = [open.Procurement[0], open.Company[0]] as [string, string];
      return make(facilitator.client, 'addLot', rightInput.addLot(procurement, company, { number: 9 }));
    },
  },
  linkEvents: {
    selection: 'linkRequest { id }',
    happens: ({ inside, elsewhere }) =>
      make(elsewhere.client, 'requestLink', rightInput.requestLink(inside.person)),
  },
  referralEvents: {
    selection: 'referral { id }',
    happens: ({ inside: { ids, referent, other } }) =>
      sendReferral(referent.client, ids.Beneficiary[0] as string, other.partner),
  },
  beneficiaryEvents: {
    selection: 'beneficiary { id }',
    happens: async ({ inside, person }) => {
      const [kept, duplicate] = [await person(), await person()];
      const { client } = inside.referent;
      await make(client, 'mergeBeneficiaries', rightInput.mergeBeneficiaries(kept, duplicate));
      return kept;
    },
  },
  sharingEvents: {
    selection: 'sharing { id }',
    happens: agreed,
  },
  retentionEvents: {
    selection: 'due { beneficiary }',
    happens: async ({ hub, inside: { ids, referent } }) => {
      const [person] = ids.Beneficiary as [string];
      await hub.town.expired(referent.partner, person);
      return person;
    },
  },
  webhookEvents: {
    selection: 'webhook { id }',
    happens: ({ client }) => make(client('own', 'A'), 'addWebhook', rightInput.addWebhook()),
  },
} satisfies Record<string, News>;
