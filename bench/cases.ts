import type { BenchViewer } from './viewer.js';

/** The operations that are measured. */
export type CaseKey = 'a' | 'b' | 'c' | 'd' | 'f';

/** The variables of one request, and who asks. */
export interface Parameters {
  readonly viewer: BenchViewer;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface Case {
  readonly key: CaseKey;
  readonly title: string;
  /** The GraphQL document. */
  readonly document: string;
  /** Number of requests in one measurement: a few seconds for the hub at full size. */
  readonly amount: number;
}

/** Every case by its key. All servers return what the document asks for, in the same shape. */
export const cases: Readonly<Record<CaseKey, Case>> = {
  a: {
    key: 'a',
    title: 'open a file',
    amount: 600,
    document: `query ($id: ID!) { beneficiary(id: $id) {
      id firstName lastName birthDate district referent { id name } access { scope basis until }
      sharings { partner { name } scope basis since until }
      contacts { kind value preferred }
      notes(first: 5) { nodes { text visibility createdAt partner { name } } }
      pathways(first: 10) { nodes { id objective status startedOn closedOn partner { name }
        steps(first: 10, orderBy: NEWEST) { nodes { kind title occurredOn } } } }
      referrals(first: 10) { nodes { id reference status priority sentAt from { name } to { name } service { name } } }
    } }`,
  },
  b: {
    key: 'b',
    title: 'inbox of 50 with count',
    amount: 300,
    document: `{ referrals(first: 50) { totalCount nodes {
      id reference priority status sentAt seenAt from { name } service { name }
      beneficiary { id firstName lastName }
    } } }`,
  },
  c: {
    key: 'c',
    title: '100 pathways with 3 steps',
    amount: 100,
    document: `{ pathways(first: 100) { nodes {
      id objective status startedOn closedOn partner { name } beneficiary { id firstName lastName }
      steps(first: 3, orderBy: NEWEST) { nodes { id kind title occurredOn } }
    } } }`,
  },
  d: {
    key: 'd',
    title: 'name search of 20',
    amount: 300,
    document: `query ($search: String!) { beneficiaries(first: 20, filter: { search: $search }) { nodes {
      id firstName lastName birthDate district referent { name } access { scope until }
    } } }`,
  },
  f: {
    key: 'f',
    title: 'send a referral',
    amount: 160,
    document: `mutation ($input: SendReferralInput!) { sendReferral(input: $input) {
      referral { id reference status version sentAt }
      userErrors { code message path }
    } }`,
  },
};
