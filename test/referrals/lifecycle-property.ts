import { beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { covers, SharingScope } from '../../src/access/scope.js';
import {
  actionsOf,
  closedStatuses,
  drafting,
  lifecycle,
  type Party,
  ReferralAction,
  type ReferralEventKind,
  ReferralOutcome,
  type ReferralStatus,
  sending,
  type Transition,
  transition,
} from '../../src/features/referrals/lifecycle.js';
import type { Client, Data } from '../kit/client.js';
import { type CommandName, payloadField, validInput } from '../kit/commands.js';
import { type SharedHub, sharedHub } from '../kit/hub.js';
import { actionCommand } from '../kit/referral-actions.js';
import { registerPerson, type SeededPartner } from '../kit/town.js';

const seed = Number(process.env['SEED'] ?? Math.trunc(Math.random() * 2 ** 31));
console.log(`fast-check seed of the lifecycle property: ${seed}`);

let hub: SharedHub;
type Who = 'SENDER' | 'RECEIVER' | 'COORDINATOR' | 'STRANGER';
const clients = {} as Record<Who, Client>;
let receiver: SeededPartner;
const slugs: Record<string, string> = {};

type Scope = keyof typeof SharingScope;

/** The expected state of one referral, computed from the lifecycle table independently of the hub. */
class Model {
  status: ReferralStatus = 'DRAFT';
  version = 0;
  sent = false;
  /** The receiver's scope on the person from this referral. */
  own: Scope | undefined;
  readonly changes: { from: ReferralStatus | null; to: ReferralStatus; by: string | null }[] = [];
  readonly events: { kind: ReferralEventKind; by: string | null; deliveredTo: 'SENDER' | 'BOTH' }[] = [];

  /** @param kept the receiver's scope on the person from earlier referrals */
  constructor(
    readonly scope: Scope,
    readonly kept?: Scope,
  ) {}

  get access(): Scope | undefined {
    const { own, kept } = this;
    return own && kept ? (covers(own, kept) ? own : kept) : (own ?? kept);
  }

  change({ to, event, sharing }: Transition, party: Party): void {
    const by = party === 'SYSTEM' ? null : (slugs[party] ?? null);
    if (event === 'SENT') this.sent = true;
    this.changes.push({ from: this.version === 0 ? null : this.status, to, by });
    this.events.push({ kind: event, by, deliveredTo: this.sent ? 'BOTH' : 'SENDER' });
    this.status = to;
    this.version += 1;
    if (sharing === 'BEGIN') this.own = 'IDENTITY';
    if (sharing === 'OPEN') this.own = this.scope;
    if (sharing === 'END') this.own = undefined;
  }
}

const actions = Object.keys(ReferralAction) as ReferralAction[];
const step = fc.record({
  who: fc.oneof(
    { weight: 6, arbitrary: fc.constant('RECEIVER' as const) },
    { weight: 5, arbitrary: fc.constant('SENDER' as const) },
    { weight: 1, arbitrary: fc.constant('COORDINATOR' as const) },
    { weight: 1, arbitrary: fc.constant('STRANGER' as const) },
  ),
  /** True, which is more frequent: an action that the table allows one of the sides now. False: any action. */
  offered: fc.oneof(
    { weight: 3, arbitrary: fc.constant(true) },
    { weight: 2, arbitrary: fc.constant(false) },
  ),
  pick: fc.noBias(fc.nat({ max: 1000 })),
  action: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...actions) },
    { weight: 1, arbitrary: fc.constant('WITHDRAW' as const) },
  ),
  lag: fc.oneof({ weight: 12, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(-1, 1) }),
  outcome: fc.constantFrom(...(Object.keys(ReferralOutcome) as ReferralOutcome[])),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const endings = new Set(
  lifecycle.filter(({ to }) => closedStatuses.includes(to)).map(({ action }) => action),
);

/** The actor and the action of a step. With `offered`, one that the table allows; closing actions are less frequent. */
function chosen({ who, offered, pick, action }: Step, { status }: Model): [Who, Step['action']] {
  const sides = offered ? (['SENDER', 'RECEIVER'] as const) : [];
  const pairs = sides.flatMap((side) =>
    actionsOf(side, status).flatMap((it) =>
      Array<[Who, Step['action']]>(endings.has(it) ? 1 : 4).fill([side, it]),
    ),
  );
  return pairs[pick % pairs.length] ?? [who, action];
}

/** The expected result by the table: the refusal, or the transition. */
function decide(model: Model, { lag, outcome }: Step, who: Who, action: ReferralAction): string | Transition {
  const unseen = who === 'STRANGER' || (who !== 'SENDER' && !model.sent);
  if (unseen || (who === 'COORDINATOR' && action !== 'ENTER_IN_ERROR')) return 'NOT_FOUND referral';
  if (lag !== 0) return 'STALE_VERSION expectedVersion';
  return transition(action, model.status, who as Party, outcome) ?? 'TRANSITION_NOT_ALLOWED referral';
}

/** How often each action was done. */
const carriedOut: Partial<Record<ReferralAction, number>> = {};

/** A chain of referrals of one person, each made by `referAgain` from the one before. */
class Walk {
  #sharing = '';
  readonly #known = new Set<string>();
  #former: { id: string; model: Model } | undefined;

  private constructor(
    readonly person: string,
    private id: string,
    private model: Model,
  ) {}

  static async begin(scope: Scope, asDraft: boolean): Promise<Walk> {
    const person = await registerPerson(clients.SENDER);
    const command = asDraft ? 'draftReferral' : 'sendReferral';
    const { id } = await answer(clients.SENDER, command, validInput[command](person, receiver, { scope }));
    const model = new Model(scope);
    model.change(asDraft ? drafting : sending, 'SENDER');
    const walk = new Walk(person, id as string, model);
    await walk.#noteSharing();
    await walk.compare();
    return walk;
  }

  async take(taken: Step): Promise<void> {
    const { model, id } = this;
    const [who, action] = chosen(taken, model);
    if (action === 'WITHDRAW') await this.#withdraw(who);
    else {
      const expected = decide(model, taken, who, action);
      const changes = action === 'COMPLETE' ? { outcome: taken.outcome } : {};
      const given = await answer(
        clients[who],
        ...actionCommand(action, id, model.version + taken.lag, changes),
      );
      expect([who, action, given.refused]).toEqual([
        who,
        action,
        typeof expected === 'string' ? [expected] : [],
      ]);
      if (typeof expected === 'string') return this.compare();
      carriedOut[action] = (carriedOut[action] ?? 0) + 1;
      if (expected.another) {
        this.#former = { id, model };
        this.id = given.id as string;
        this.model = new Model(model.scope, model.access);
      }
      this.model.change(expected, who as Party);
    }
    await this.#noteSharing();
    await this.compare();
  }

  async #withdraw(who: Who): Promise<void> {
    const { model } = this;
    // There is nothing to withdraw before a sharing begins.
    if (!model.sent) return;
    const given = await answer(clients[who], 'withdrawSharing', { sharing: this.#sharing });
    const sees = who === 'SENDER' || who === 'RECEIVER';
    expect([who, given.refused]).toEqual([who, sees ? [] : ['NOT_FOUND sharing']]);
    const change = sees && transition('CANCEL', model.status, 'SYSTEM');
    if (change) model.change(change, 'SYSTEM');
    if (sees) model.own = undefined;
  }

  /** Stores the id of the sharing that began with the referral. The acceptance creates a second sharing. */
  async #noteSharing(): Promise<void> {
    const query = 'query ($id: ID!) { beneficiary(id: $id) { sharings { id basis } } }';
    const { sharings } = (await clients.SENDER.data(query, { id: this.person })).beneficiary;
    const anew = sharings.filter(({ id, basis }: Data) => basis === 'REFERRAL' && !this.#known.has(id));
    for (const { id } of anew) {
      this.#known.add(id);
      if (this.model.status === 'REQUESTED') this.#sharing = id;
    }
  }

  async compare(): Promise<void> {
    const { model, person, id } = this;
    await hub.settled();
    for (const party of ['SENDER', 'RECEIVER'] as const) {
      const data = await clients[party].data(shown, { id, person });
      const events = await eventsOf(clients[party], id);
      const access = party === 'SENDER' ? 'FOLLOW_UP' : model.access;
      expect([party, data.beneficiary?.access.scope]).toEqual([party, access]);
      expect([party, events]).toEqual([
        party,
        model.events
          .filter((it) => party === 'SENDER' || it.deliveredTo === 'BOTH')
          .map(({ kind, by }) => ({ kind, by })),
      ]);
      if (party === 'RECEIVER' && !model.sent) {
        expect(data.referral).toBeNull();
        continue;
      }
      const { transitions, beneficiary, formerReferral, ...referral } = data.referral;
      expect([party, referral]).toEqual([
        party,
        { status: model.status, version: model.version, viewerCan: actionsOf(party, model.status) },
      ]);
      expect(transitions.map(byOf)).toEqual(
        model.changes.filter(({ to }) => party === 'SENDER' || to !== 'DRAFT'),
      );
      expect([party, beneficiary?.id]).toEqual([party, access && person]);
      const { status, version, sent } = this.#former?.model ?? {};
      const former = this.#former && { id: this.#former.id, status, version };
      expect([party, formerReferral]).toEqual([
        party,
        (party === 'SENDER' || sent) && former ? former : null,
      ]);
    }
  }

  /** Checks that other viewers see nothing of the referral and the person. */
  async compareOthers(): Promise<void> {
    const { person, id } = this;
    for (const who of ['COORDINATOR', 'STRANGER'] as const) {
      const nothing = await clients[who].data(shown, { id, person });
      expect(nothing).toEqual({ referral: null, beneficiary: null, referralEvents: { nodes: [] } });
    }
  }
}

const shown = `query ($id: ID!, $person: ID!) {
  referral(id: $id) {
    status version viewerCan transitions { from to by { slug } } beneficiary { id }
    formerReferral { id status version }
  }
  beneficiary(id: $person) { access { scope } }
  referralEvents(first: 1) { nodes { kind } }
}`;
const byOf = ({ by, ...rest }: Data) => ({ ...rest, by: by?.slug ?? null });

/** Declares the property test of the lifecycle, with this number of random chains of referrals. */
export function referralsFollowTheTable(chains: number): void {
  hub = sharedHub();

  beforeAll(async () => {
    for (const who of ['SENDER', 'RECEIVER', 'COORDINATOR', 'STRANGER'] as const) {
      const role = who === 'COORDINATOR' ? 'COORDINATOR' : 'CASEWORKER';
      const { client, partner } = await hub.town.signedInMember(await hub.town.partner(), role);
      clients[who] = client;
      slugs[who] = partner.slug;
      if (who === 'RECEIVER') receiver = partner;
    }
  });

  it('a referral follows the lifecycle table for any sequence of actions by any viewer', async () => {
    const property = fc.asyncProperty(
      fc.array(step, { minLength: 4, maxLength: 12, size: 'max' }),
      fc.constantFrom(...(Object.keys(SharingScope) as Scope[])),
      fc.boolean(),
      async (steps, scope, asDraft) => {
        const walk = await Walk.begin(scope, asDraft);
        for (const taken of steps) await walk.take(taken);
        await walk.compareOthers();
      },
    );
    await fc.assert(property, { seed, numRuns: chains });
    console.log('number of actions done:', carriedOut);
  });
}

/** Runs a command. Returns the id of its object, which is missing for a coordinator, and the refusals. */
async function answer(
  client: Client,
  command: CommandName,
  input: Data,
): Promise<{ id?: string; refused: string[] }> {
  const { userErrors, ...payload } = await client.run(command, input, `${payloadField(command)} { id }`);
  const refused = userErrors.map(({ code, path }: Data) => `${code} ${path.slice(1).join('.')}`);
  return { id: payload[payloadField(command)]?.id, refused };
}

const cursors = new Map<Client, string>();

/** The events of one referral. Referrals are made one after another, so reading starts after the last event of another. */
async function eventsOf(client: Client, id: string): Promise<Data[]> {
  const query = `query ($after: String) {
    referralEvents(first: 100, after: $after) { nodes { cursor kind by { slug } referral { id } } } }`;
  const { nodes } = (await client.data(query, { after: cursors.get(client) })).referralEvents;
  // SEEN is not an action of the table.
  const own = nodes.filter((it: Data) => it.referral.id === id && it.kind !== 'SEEN');
  const before = nodes.filter((it: Data) => it.referral.id !== id).at(-1)?.cursor;
  if (before) cursors.set(client, before);
  return own.map(({ kind, by }: Data) => ({ kind, by: by?.slug ?? null }));
}
