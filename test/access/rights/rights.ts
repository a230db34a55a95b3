import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Data } from '../../kit/client.js';
import { commandInputs } from '../../kit/command-inputs.js';
import type { CommandName } from '../../kit/commands.js';
import { testHub } from '../../kit/hub.js';
import { type IdentityProvider, newKeys, startIdentityProvider } from '../../kit/identity-provider.js';
import { type Random, randomFrom } from '../../kit/random.js';
import { type RightsFixture, rightsFixture } from './fixture.js';
import { newObjects } from './new-objects.js';
import { again, attemptAsOffered, definitionOf } from './offers.js';
import { type QueryCase, queryCases, type SubscriptionCase, subscriptionCases } from './reads.js';
import { letters, type Owner, owners, type RoleLetter, rights } from './table.js';

/** The roles that try each command: all, or for each owner of the object one role of each expected outcome. */
type Attempts = 'all' | 'one of each outcome';

/** Declares the tests that every operation answers each role as the table of rights says. */
export const testTableOfRights = (attempts: Attempts) =>
  describe('the table of rights', () => {
    const hub = testHub();
    const { random } = randomFrom('RIGHTS_SEED');
    let provider: IdentityProvider;
    let fixture: RightsFixture;

    beforeAll(async () => {
      provider = await startIdentityProvider([await newKeys('ES256', 'a key')]);
      fixture = await rightsFixture(hub, provider);
    });
    afterAll(() => provider.stop());

    const contradictions: string[] = [];
    const attempt = (owner: Owner, letter: RoleLetter, command: CommandName, input: Data) =>
      attemptAsOffered(fixture, [owner, letter], command, input, contradictions);

    /** The line of an operation as measured; all attempts run concurrently. */
    const measureLine = async (outcomeOf: (owner: Owner, letter: RoleLetter) => Promise<string>) => {
      const lines = owners.map(async (owner) => {
        const line = await Promise.all(letters.map((letter) => outcomeOf(owner, letter)));
        return [owner, line.join('')];
      });
      return Object.fromEntries(await Promise.all(lines)) as Record<Owner, string>;
    };

    it('has a line for every operation of the schema, and no other line', async () => {
      const type = (name: string) => `${name}: __type(name: "${name}") { fields { name } }`;
      const types = await fixture.fourthPartner.client.data(`{ ${Object.keys(rights).map(type).join(' ')} }`);
      for (const [name, lines] of Object.entries(rights)) {
        const operations = types[name].fields.map((it: { name: string }) => `${name}.${it.name}`);
        expect([...lines.keys()].map((it) => `${name}.${it}`).sort()).toEqual(operations.sort());
      }
    });

    it('each query returns data to exactly the roles in its line', async () => {
      const cases = Object.fromEntries(
        await Promise.all(owners.map(async (owner) => [owner, await queryCases(fixture, owner)])),
      ) as Record<Owner, Record<string, QueryCase>>;
      await hub.settled();
      const respond = async (owner: Owner, letter: RoleLetter): Promise<[string, Data]> => {
        const fields = Object.values(cases[owner]).map(([field]) => field);
        return [owner + letter, await fixture.client(owner, letter).data(`{ ${fields.join(' ')} }`)];
      };
      const all = owners.flatMap((owner) => letters.map((letter) => respond(owner, letter)));
      const answers = new Map(await Promise.all(all));
      const measured: Record<string, unknown> = {};
      for (const query of Object.keys(cases.own)) {
        measured[query] = await measureLine(async (owner, letter) => {
          const [, expectedText] = cases[owner][query] as QueryCase;
          return JSON.stringify(answers.get(owner + letter)[query]).includes(expectedText) ? letter : '-';
        });
      }
      expect(measured).toEqual(Object.fromEntries(rights.Query));
    });

    it.each([...rights.Subscription.keys()])(
      '%s delivers events to exactly the roles in its line',
      async (events) => {
        const { selection, emit, argument }: SubscriptionCase =
          subscriptionCases[events as keyof typeof subscriptionCases];
        const listeners = await Promise.all(
          owners.flatMap((owner) =>
            letters.map((letter) =>
              createListener(fixture.client(owner, letter), events, selection, argument?.(fixture)),
            ),
          ),
        );
        const id = await emit(fixture);
        const line = rights.Subscription.get(events);
        const at = (owner: Owner, letter: RoleLetter) =>
          listeners[owners.indexOf(owner) * letters.length + letters.indexOf(letter)] as Listener;
        const expected = owners.flatMap((owner) =>
          letters.filter((it) => line?.[owner].includes(it)).map((it) => at(owner, it)),
        );
        await Promise.all(expected.map((it) => it.until(id)));
        // The feed has dispatched these events to the other subscriptions too; a socket keeps the order of messages.
        for (let round = 0; round < 2; round++) await Promise.all(listeners.map((it) => it.sync()));
        const received = await measureLine(async (owner, letter) =>
          at(owner, letter).received.includes(id) ? letter : '-',
        );
        await Promise.all(listeners.map((it) => it.stop()));
        expect(received).toEqual(line);
      },
    );

    it.each([...rights.Mutation.keys()])(
      '%s succeeds or is refused for each role as in its line',
      async (name) => {
        const command = name as CommandName;
        const line = rights.Mutation.get(command) as Record<Owner, string>;
        const inputOf = async (owner: Owner, letter: RoleLetter) => ({
          ...commandInputs(fixture.base, fixture.fourthPartner.partner)[command],
          ...(await newObjects[command]?.(fixture, owner, letter)),
        });
        const chosen = new Map(
          owners.map((owner) => [
            owner,
            attempts === 'all' ? letters : oneOfEachOutcome(line[owner], random),
          ]),
        );
        const isChosen = (owner: Owner, letter: RoleLetter) => chosen.get(owner)?.includes(letter);
        // A refused command consumes no object, so refused attempts share one input.
        const sharedInputs = new Map<Owner, ReturnType<typeof inputOf>>();
        const sharedInput = (owner: Owner) => {
          const input = sharedInputs.get(owner) ?? inputOf(owner, 'M');
          sharedInputs.set(owner, input);
          return input;
        };
        const measured = await measureLine(async (owner, letter) => {
          if (!isChosen(owner, letter)) return notTried;
          const isOwnInput = line[owner].toUpperCase().includes(letter);
          const input = await (isOwnInput ? inputOf(owner, letter) : sharedInput(owner));
          const refusal = await attempt(owner, letter, command, input);
          if (!refusal) {
            // The command may have left its object in a state in which it is not possible again.
            if (definitionOf(command).on) await attempt(owner, letter, command, again(input));
            return letter;
          }
          return refusal.code === (letter === 'M' ? 'READ_ONLY' : 'NOT_FOUND') ? '-' : letter.toLowerCase();
        });
        expect(contradictions.splice(0)).toEqual([]);
        const expected = await measureLine(async (owner, letter) =>
          isChosen(owner, letter) ? (line[owner][letters.indexOf(letter)] as string) : notTried,
        );
        expect(measured).toEqual(expected);
      },
    );
  });

/** In the place of a role that was not chosen. */
const notTried = '.';

/** A random role for each outcome in a part of a line: done, refused with a reason, not found. */
function oneOfEachOutcome(line: string, random: Random): RoleLetter[] {
  const outcomes = [/[A-Z]/, /[a-z]/, /-/].map((outcome) =>
    letters.filter((_, at) => outcome.test(line[at] as string)),
  );
  return outcomes.flatMap((roles) => random.sample(roles, 1));
}

interface Listener {
  /** All events received so far, as text. */
  readonly received: string;
  /** Resolves once an event that contains the text was received. */
  until(mark: string): Promise<void>;
  /** Resolves once a query on the same socket is answered. */
  sync(): Promise<void>;
  stop(): Promise<void>;
}

async function createListener(
  client: Client,
  events: string,
  selection: string,
  argument?: string,
): Promise<Listener> {
  const subscription = await client.subscribe(selection, undefined, events, argument);
  let received = '';
  let notify = () => {};
  const receiving = (async () => {
    for (;;) {
      received += JSON.stringify(await subscription.next());
      notify();
    }
  })().catch((error: Error) => {
    received += error.message;
    notify();
  });
  return {
    get received() {
      return received;
    },
    until: async (mark) => {
      while (!received.includes(mark)) await new Promise<void>((resolve) => (notify = resolve));
    },
    sync: async () => {
      for await (const _ of client.socket.iterate({ query: '{ viewer { role } }' })) break;
    },
    stop: async () => {
      await subscription.stop();
      await receiving;
    },
  };
}
