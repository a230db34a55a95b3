import { beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  actsOf,
  type Party,
  type ReferralAction,
  type ReferralEventKind,
  ReferralOutcome,
  type ReferralStatus,
  transition,
} from '../../src/referrals/lifecycle.js';
import { type ActName, refused, rightInput } from '../kit/acts.js';
import type { Client, Data } from '../kit/client.js';
import { testHub } from '../kit/hub.js';
import { daysAgo, registerPerson, type SeededPartner } from '../kit/town.js';

const seed = Number(process.env['SEED'] ?? Math.trunc(Math.random() * 2 ** 31));
console.log(`fast-check seed of lifecycle.property.test.ts: ${seed}`);

const hub = testHub();
const clients = {} as Record<'SENDER' | 'RECEIVER' | 'STRANGER', Client>;
let receiver: SeededPartner;
const slugs: Record<string, string> = {};

beforeAll(async () => {
  for (const party of ['SENDER', 'RECEIVER', 'STRANGER'] as const) {
    const { client, partner } = await hub.town.caseworker();
    clients[party] = client;
    slugs[party] = partner.slug;
    if (party === 'RECEIVER') receiver = partner;
  }
});

/** What the table says of one referral, kept beside the hub. */
interface Model {
  status: ReferralStatus;
  version: number;
  /** What the receiver may see of the person. */
  access: string | undefined;
  readonly changes: { from: ReferralStatus | null; to: ReferralStatus; by: string | null }[];
  readonly events: { kind: ReferralEventKind; by: string | null }[];
}

const step = fc.record({
  who: fc.oneof(
    { weight: 6, arbitrary: fc.constant('RECEIVER' as const) },
    { weight: 3, arbitrary: fc.constant('SENDER' as const) },
    { weight: 1, arbitrary: fc.constant('STRANGER' as const) },
  ),
  act: fc.oneof(
    {
      weight: 9,
      arbitrary: fc.constantFrom(...(['ACCEPT', 'DECLINE', 'START', 'COMPLETE', 'CANCEL'] as const)),
    },
    { weight: 1, arbitrary: fc.constant('WITHDRAW' as const) },
  ),
  lag: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(-1, 1) }),
  outcome: fc.constantFrom(...(Object.keys(ReferralOutcome) as ReferralOutcome[])),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const needs: Partial<Record<ReferralAction, Data>> = {
  ACCEPT: {},
  DECLINE: { side: 'PERSON', reason: 'NOT_INTERESTED' },
  START: { firstContactOn: daysAgo(0) },
  COMPLETE: {},
  CANCEL: { reason: 'Something came up' },
};

/** What an act must answer by the table: the refusal, or none; the model follows what is done. */
function decide(model: Model, { who, act, lag, outcome }: Step, scope: string): string[] {
  const party: Party = act === 'WITHDRAW' ? 'SYSTEM' : (who as Party);
  if (who === 'STRANGER') return [act === 'WITHDRAW' ? 'NOT_FOUND sharing' : 'NOT_FOUND referral'];
  if (act !== 'WITHDRAW' && lag !== 0) return ['STALE_VERSION expectedVersion'];
  const change = transition(act === 'WITHDRAW' ? 'CANCEL' : act, model.status, party, outcome);
  if (act === 'WITHDRAW') model.access = undefined;
  else if (!change) return ['TRANSITION_NOT_ALLOWED referral'];
  if (!change) return [];
  const by = party === 'SYSTEM' ? null : (slugs[party] ?? null);
  model.changes.push({ from: model.status, to: change.to, by });
  model.events.push({ kind: change.event, by });
  model.status = change.to;
  model.version += 1;
  if (change.sharing === 'OPEN') model.access = scope;
  if (change.sharing === 'END') model.access = undefined;
  return [];
}

const shown = `query ($id: ID!, $person: ID!) {
  referral(id: $id) { status version viewerCan transitions { from to by { slug } } beneficiary { id } }
  beneficiary(id: $person) { access { scope } }
  referralEvents(first: 1) { nodes { kind } }
}`;
const byOf = ({ by, ...rest }: Data) => ({ ...rest, by: by?.slug ?? null });

it('a referral follows the table of its lifecycle, whoever does what in which order', async () => {
  const property = fc.asyncProperty(
    fc.array(step, { minLength: 1, maxLength: 8 }),
    fc.constantFrom('IDENTITY', 'PATHWAY', 'FOLLOW_UP'),
    async (steps, scope) => {
      const person = await registerPerson(clients.SENDER);
      const input = rightInput.sendReferral(person, receiver, { scope });
      const { referral } = await clients.SENDER.act('sendReferral', input, 'referral { id }');
      const { id } = referral;
      const { beneficiary } = await clients.SENDER.data(
        'query ($id: ID!) { beneficiary(id: $id) { sharings { id basis } } }',
        { id: person },
      );
      const sharing = beneficiary.sharings.find((it: Data) => it.basis === 'REFERRAL').id;
      const model: Model = {
        status: 'REQUESTED',
        version: 1,
        access: 'IDENTITY',
        changes: [{ from: null, to: 'REQUESTED', by: slugs['SENDER'] ?? null }],
        events: [{ kind: 'SENT', by: slugs['SENDER'] ?? null }],
      };
      for (const taken of [undefined, ...steps]) {
        if (taken) {
          const expectedVersion = model.version + taken.lag;
          const expected = decide(model, taken, scope);
          const { act, outcome, who } = taken;
          const answer =
            act === 'WITHDRAW'
              ? await answered(clients[who], 'withdrawSharing', { sharing })
              : await answered(clients[who], `${act.toLowerCase()}Referral` as ActName, {
                  referral: id,
                  expectedVersion,
                  ...needs[act],
                  ...(act === 'COMPLETE' && { outcome }),
                });
          expect([who, act, answer]).toEqual([who, act, expected]);
        }
        await compare(model, id, person);
      }
    },
  );
  await fc.assert(property, { seed, numRuns: 25 });
});

/** Why an act was refused; nothing when it was done. */
async function answered(client: Client, act: ActName, input: Data): Promise<string[]> {
  return refused(client, act, input).catch((error: Error) => {
    if (error.message.includes('was not refused') && error.message.includes('"userErrors":[]')) return [];
    throw error;
  });
}

async function compare(model: Model, id: string, person: string): Promise<void> {
  for (const party of ['SENDER', 'RECEIVER'] as const) {
    const data = await clients[party].data(shown, { id, person });
    const { transitions, beneficiary, ...referral } = data.referral;
    const access = party === 'SENDER' ? 'FOLLOW_UP' : model.access;
    expect([party, referral]).toEqual([
      party,
      { status: model.status, version: model.version, viewerCan: actsOf(party, model.status) },
    ]);
    expect(transitions.map(byOf)).toEqual(model.changes);
    expect([party, data.beneficiary?.access.scope, beneficiary?.id]).toEqual([
      party,
      access,
      access && person,
    ]);
    const events = await eventsOf(clients[party], id);
    expect(events.map(({ kind, by }) => ({ kind, by: by?.slug ?? null }))).toEqual(model.events);
  }
  const nothing = await clients.STRANGER.data(shown, { id, person });
  expect(nothing).toEqual({ referral: null, beneficiary: null, referralEvents: { nodes: [] } });
}

const cursors = new Map<Client, string>();

/** The events of one referral; referrals come one after the other, so reading goes on where the last one ended. */
async function eventsOf(client: Client, id: string): Promise<Data[]> {
  const query = `query ($after: String) {
    referralEvents(first: 100, after: $after) { nodes { cursor kind by { slug } referral { id } } } }`;
  await hub.settled();
  const { nodes } = (await client.data(query, { after: cursors.get(client) })).referralEvents;
  const own = nodes.filter((it: Data) => it.referral.id === id);
  const before = nodes.filter((it: Data) => it.referral.id !== id).at(-1)?.cursor;
  if (before) cursors.set(client, before);
  return own;
}
