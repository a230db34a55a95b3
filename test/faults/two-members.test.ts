import { beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Party,
  type ReferralAction,
  ReferralOutcome,
  type ReferralStatus,
  transition,
} from '../../src/features/referrals/lifecycle.js';
import type { Client, Data } from '../kit/client.js';
import { type CommandName, objectOf, rightInput } from '../kit/commands.js';
import { figure } from '../kit/figures.js';
import { testHub } from '../kit/hub.js';
import { daysAgo, registerPerson, type SeededPartner } from '../kit/town.js';

const seed = Number(process.env['SEED'] ?? Math.trunc(Math.random() * 2 ** 31));
process.stdout.write(`fast-check seed of two-members.test.ts: ${seed}\n`);

const hub = testHub();

/** The concurrent actors: two members of the receiver, each at a different hub, and the sender. */
const actors = { one: 'RECEIVER', two: 'RECEIVER', sender: 'SENDER' } as const satisfies Record<
  string,
  Party
>;
type Actor = keyof typeof actors;
const everybody = Object.keys(actors) as Actor[];

const clients = {} as Record<Actor, Client>;
let receiver: SeededPartner;
beforeAll(async () => {
  const one = await hub.town.caseworker();
  receiver = one.partner;
  clients.one = one.client;
  clients.two = await (await hub.another()).as(await hub.town.member(receiver));
  clients.sender = (await hub.town.caseworker()).client;
});

/** The attempted commands, with their inputs besides the referral and its version. */
const inputs = {
  ACCEPT: {},
  DECLINE: { side: 'PERSON', reason: 'NOT_INTERESTED' },
  START: { firstContactOn: daysAgo(0) },
  COMPLETE: {},
  CANCEL: { reason: 'Something came up' },
} as const satisfies Partial<Record<ReferralAction, Data>>;
type TriedAction = keyof typeof inputs;
const names = Object.keys(inputs) as TriedAction[];

/** The model of a referral, independent of the hub. */
interface Model {
  status: ReferralStatus;
  version: number;
  /** The version that each actor last read. */
  readonly read: Record<Actor, number>;
  /** All changes that were answered with success. */
  readonly won: { version: number; to: ReferralStatus }[];
}

/** The referral in the hub. */
interface Real {
  readonly id: string;
}

const counts = { rounds: 0, races: 0, won: 0, stale: 0 };

/** Some of them read the referral. */
class Read implements fc.AsyncCommand<Model, Real> {
  constructor(private readonly who: readonly Actor[]) {}

  check = () => true;

  async run(model: Model, { id }: Real): Promise<void> {
    await Promise.all(
      this.who.map(async (actor) => {
        const { referral } = await clients[actor].data(
          'query ($id: ID!) { referral(id: $id) { status version } }',
          { id },
        );
        expect(referral).toEqual({ status: model.status, version: model.version });
        model.read[actor] = referral.version;
      }),
    );
  }

  toString = () => `read by ${this.who.join(', ')}`;
}

interface Attempt {
  readonly actor: Actor;
  readonly outcome: ReferralOutcome;
  /** The command: one that the lifecycle allows if there is one, otherwise any. */
  readonly allowed: boolean;
  readonly pick: number;
}

/** All actors act concurrently, each on the version that it last read. */
class ActAtOnce implements fc.AsyncCommand<Model, Real> {
  constructor(private readonly attempts: readonly Attempt[]) {}

  check = () => true;

  async run(model: Model, { id }: Real): Promise<void> {
    const before = { ...model };
    const tried = this.attempts.map(({ actor, outcome, allowed, pick }) => {
      const change = (action: TriedAction) => transition(action, before.status, actors[actor], outcome);
      const possible = allowed ? names.filter(change) : [];
      const choice = possible.length > 0 ? possible : names;
      const action = choice[pick % choice.length] as TriedAction;
      return {
        actor,
        outcome,
        action,
        fresh: model.read[actor] === before.version,
        legal: change(action),
      };
    });
    const answers = await Promise.all(
      tried.map(async ({ actor, action, outcome }) => {
        const name = `${action.toLowerCase()}Referral` as CommandName;
        const { userErrors, ...payload } = await clients[actor].run(
          name,
          {
            referral: id,
            expectedVersion: model.read[actor],
            ...inputs[action],
            ...(action === 'COMPLETE' && { outcome }),
          },
          `${objectOf(name)} { status version }`,
        );
        return { shown: payload[objectOf(name)], code: userErrors[0]?.code as string | undefined };
      }),
    );
    const judged = tried.map((it, index) => ({ ...it, ...(answers[index] as (typeof answers)[number]) }));
    const winners = judged.filter(({ code }) => code === undefined);
    // One succeeds whenever one may; the others have read a version that is no longer the last.
    expect(winners.length).toBe(judged.some(({ fresh, legal }) => fresh && legal) ? 1 : 0);
    for (const { fresh, legal, code, shown } of judged) {
      if (code === undefined) {
        expect(fresh && legal).toBeTruthy();
        model.version += 1;
        model.status = (legal as NonNullable<typeof legal>).to;
        model.won.push({ version: model.version, to: model.status });
        expect(shown.version).toBeGreaterThanOrEqual(model.version);
      } else if (!fresh || legal) expect(code).toBe('STALE_VERSION');
      else expect(['STALE_VERSION', 'TRANSITION_NOT_ALLOWED']).toContain(code);
    }
    counts.rounds += 1;
    counts.won += winners.length;
    counts.stale += judged.filter(({ code }) => code === 'STALE_VERSION').length;
    if (judged.filter(({ fresh, legal }) => fresh && legal).length > 1) counts.races += 1;
  }

  toString = () => `at once: ${this.attempts.map((it) => Object.values(it).join(' ')).join(', ')}`;
}

const attempt = (actor: Actor) =>
  fc.record<Attempt>({
    actor: fc.constant(actor),
    outcome: fc.constantFrom(...(Object.keys(ReferralOutcome) as ReferralOutcome[])),
    allowed: fc.constantFrom(true, true, true, false),
    pick: fc.nat({ max: 1000 }),
  });
const commands = fc.commands<Model, Real, false>(
  [
    fc.subarray(everybody, { minLength: 1 }).map((who) => new Read(who)),
    fc.constant(new Read(everybody)),
    fc.tuple(...everybody.map(attempt)).map((attempts) => new ActAtOnce(attempts)),
    fc.tuple(attempt('one'), attempt('two')).map((attempts) => new ActAtOnce(attempts)),
  ] as fc.Arbitrary<fc.AsyncCommand<Model, Real>>[],
  { maxCommands: 12 },
);

it('of concurrent commands on one referral one succeeds, the others get STALE_VERSION, and no change is lost', async () => {
  const person = await registerPerson(clients.sender);
  const property = fc.asyncProperty(commands, async (these) => {
    const { referral } = await clients.sender.run(
      'sendReferral',
      rightInput.sendReferral(person, receiver),
      'referral { id }',
    );
    const model: Model = {
      status: 'REQUESTED',
      version: 1,
      read: { one: 1, two: 1, sender: 1 },
      won: [{ version: 1, to: 'REQUESTED' }],
    };
    await fc.asyncModelRun(() => ({ model, real: referral as Real }), these);
    const kept = await hub.owner<{ version: number; to: ReferralStatus }>(
      'select version, "to" from referral_transition where referral_id = $1 order by version',
      [referral.id.replace('referral_', '')],
    );
    expect(kept).toEqual(model.won);
    const shown = await clients.one.data('query ($id: ID!) { referral(id: $id) { status version } }', {
      id: referral.id,
    });
    expect(shown.referral).toEqual({ status: model.status, version: model.version });
  });
  await fc.assert(property, { seed, numRuns: 30 });
  const { rounds, races, won, stale } = counts;
  expect(races).toBeGreaterThan(0);
  figure(
    'two members answer one referral concurrently: one succeeds, the other gets STALE_VERSION; 0 lost updates',
    `${races} races in ${rounds} rounds: ${won} changes won and kept, ${stale} STALE_VERSION, 0 lost`,
  );
});
