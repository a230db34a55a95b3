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
import { type CommandName, payloadField, validInput } from '../kit/commands.js';
import { figure } from '../kit/figures.js';
import { testHub } from '../kit/hub.js';
import { daysAgo, registerPerson, type SeededPartner } from '../kit/town.js';

const seed = Number(process.env['SEED'] ?? Math.trunc(Math.random() * 2 ** 31));
process.stdout.write(`fast-check seed of two-members.ts: ${seed}\n`);

const hub = testHub();

/** The concurrent actors: two members of the receiver, each at a different hub, and the sender. */
const actors = { one: 'RECEIVER', two: 'RECEIVER', sender: 'SENDER' } as const satisfies Record<
  string,
  Party
>;
type Actor = keyof typeof actors;
const allActors = Object.keys(actors) as Actor[];

const clients = {} as Record<Actor, Client>;
let receiver: SeededPartner;
beforeAll(async () => {
  const one = await hub.town.caseworker();
  receiver = one.partner;
  clients.one = one.client;
  clients.two = await (await hub.startAnother()).as(await hub.town.member(receiver));
  clients.sender = (await hub.town.caseworker()).client;
});

/** The actions that the actors try, with the fields of their inputs besides the referral and its version. */
const inputs = {
  ACCEPT: {},
  DECLINE: { side: 'PERSON', reason: 'NOT_INTERESTED' },
  START: { firstContactOn: daysAgo(0) },
  COMPLETE: {},
  CANCEL: { reason: 'Something came up' },
} as const satisfies Partial<Record<ReferralAction, Data>>;
type TriedAction = keyof typeof inputs;
const actions = Object.keys(inputs) as TriedAction[];

/** The model of a referral, independent of the hub. */
interface Model {
  status: ReferralStatus;
  version: number;
  /** The version that each actor last read. */
  readonly read: Record<Actor, number>;
  /** All changes that succeeded. */
  readonly changes: { version: number; to: ReferralStatus }[];
}

/** The referral in the hub. */
interface Real {
  readonly id: string;
}

const counts = { rounds: 0, races: 0, succeeded: 0, stale: 0 };

/** Some of the actors read the referral concurrently. */
class Read implements fc.AsyncCommand<Model, Real> {
  constructor(private readonly readers: readonly Actor[]) {}

  check = () => true;

  async run(model: Model, { id }: Real): Promise<void> {
    await Promise.all(
      this.readers.map(async (actor) => {
        const { referral } = await clients[actor].data(
          'query ($id: ID!) { referral(id: $id) { status version } }',
          { id },
        );
        expect(referral).toEqual({ status: model.status, version: model.version });
        model.read[actor] = referral.version;
      }),
    );
  }

  toString = () => `read by ${this.readers.join(', ')}`;
}

interface Attempt {
  readonly actor: Actor;
  readonly outcome: ReferralOutcome;
  /** Whether to prefer an action that the lifecycle allows; if there is none, any action is attempted. */
  readonly allowed: boolean;
  /** Selects the action among the candidates. */
  readonly pick: number;
}

/** Some of the actors run a command concurrently, each on the version that it last read. */
class RunConcurrently implements fc.AsyncCommand<Model, Real> {
  constructor(private readonly attempts: readonly Attempt[]) {}

  check = () => true;

  async run(model: Model, { id }: Real): Promise<void> {
    const before = { ...model };
    const attempted = this.attempts.map(({ actor, outcome, allowed, pick }) => {
      const transitionOf = (action: TriedAction) => transition(action, before.status, actors[actor], outcome);
      const permitted = allowed ? actions.filter(transitionOf) : [];
      const candidates = permitted.length > 0 ? permitted : actions;
      const action = candidates[pick % candidates.length] as TriedAction;
      return {
        actor,
        outcome,
        action,
        isCurrent: model.read[actor] === before.version,
        change: transitionOf(action),
      };
    });
    const answers = await Promise.all(
      attempted.map(async ({ actor, action, outcome }) => {
        const name = `${action.toLowerCase()}Referral` as CommandName;
        const { userErrors, ...payload } = await clients[actor].run(
          name,
          {
            referral: id,
            expectedVersion: model.read[actor],
            ...inputs[action],
            ...(action === 'COMPLETE' && { outcome }),
          },
          `${payloadField(name)} { status version }`,
        );
        return { object: payload[payloadField(name)], code: userErrors[0]?.code as string | undefined };
      }),
    );
    const results = attempted.map((it, index) => ({
      ...it,
      ...(answers[index] as (typeof answers)[number]),
    }));
    const successes = results.filter(({ code }) => code === undefined);
    // Exactly one succeeds if any may: for the others, the version that they read is then out of date.
    expect(successes.length).toBe(results.some(({ isCurrent, change }) => isCurrent && change) ? 1 : 0);
    for (const { isCurrent, change, code, object } of results) {
      if (code === undefined) {
        expect(isCurrent && change).toBeTruthy();
        model.version += 1;
        model.status = (change as NonNullable<typeof change>).to;
        model.changes.push({ version: model.version, to: model.status });
        expect(object.version).toBeGreaterThanOrEqual(model.version);
      } else if (!isCurrent || change) expect(code).toBe('STALE_VERSION');
      else expect(['STALE_VERSION', 'TRANSITION_NOT_ALLOWED']).toContain(code);
    }
    counts.rounds += 1;
    counts.succeeded += successes.length;
    counts.stale += results.filter(({ code }) => code === 'STALE_VERSION').length;
    if (results.filter(({ isCurrent, change }) => isCurrent && change).length > 1) counts.races += 1;
  }

  toString = () => `concurrently: ${this.attempts.map((it) => Object.values(it).join(' ')).join(', ')}`;
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
    fc.subarray(allActors, { minLength: 1 }).map((readers) => new Read(readers)),
    fc.constant(new Read(allActors)),
    fc.tuple(...allActors.map(attempt)).map((attempts) => new RunConcurrently(attempts)),
    fc.tuple(attempt('one'), attempt('two')).map((attempts) => new RunConcurrently(attempts)),
  ] as fc.Arbitrary<fc.AsyncCommand<Model, Real>>[],
  { maxCommands: 12 },
);

/** Declares the test of concurrent commands, with this number of random sequences of races. */
export const noUpdateIsLost = (sequences: number) =>
  it('of concurrent commands on one referral, one succeeds, the others get STALE_VERSION, and no change is lost', async () => {
    const person = await registerPerson(clients.sender);
    const property = fc.asyncProperty(commands, async (sequence) => {
      const { referral } = await clients.sender.run(
        'sendReferral',
        validInput.sendReferral(person, receiver),
        'referral { id }',
      );
      const model: Model = {
        status: 'REQUESTED',
        version: 1,
        read: { one: 1, two: 1, sender: 1 },
        changes: [{ version: 1, to: 'REQUESTED' }],
      };
      await fc.asyncModelRun(() => ({ model, real: referral as Real }), sequence);
      const stored = await hub.owner<{ version: number; to: ReferralStatus }>(
        'select version, "to" from referral_transition where referral_id = $1 order by version',
        [referral.id.replace('referral_', '')],
      );
      expect(stored).toEqual(model.changes);
      const shown = await clients.one.data('query ($id: ID!) { referral(id: $id) { status version } }', {
        id: referral.id,
      });
      expect(shown.referral).toEqual({ status: model.status, version: model.version });
    });
    await fc.assert(property, { seed, numRuns: sequences });
    const { rounds, races, succeeded, stale } = counts;
    expect(races).toBeGreaterThan(0);
    figure(
      'two members answer one referral concurrently: one succeeds, the other gets STALE_VERSION; 0 lost updates',
      `${races} races in ${rounds} rounds: ${succeeded} changes succeeded and stored, ${stale} STALE_VERSION, 0 lost`,
    );
  });
