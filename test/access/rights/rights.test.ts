import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Data } from '../../kit/client.js';
import { type CommandName, objectOf } from '../../kit/commands.js';
import { testHub } from '../../kit/hub.js';
import { type IdentityProvider, newKeys, startIdentityProvider } from '../../kit/identity-provider.js';
import { inputsFor } from '../../kit/known-ids.js';
import { fresh } from './fresh.js';
import { type News, queriesOf, type Read, subscriptions } from './reads.js';
import { type Stage, stage } from './stage.js';
import { groups, type Letter, letters, rights, type Whose } from './table.js';

describe('the table of rights', () => {
  const hub = testHub();
  let provider: IdentityProvider;
  let set: Stage;

  beforeAll(async () => {
    provider = await startIdentityProvider([await newKeys('ES256', 'a key')]);
    set = await stage(hub, provider);
  });
  afterAll(() => provider.stop());

  /** The lines of the table as measured, with all attempts run concurrently. */
  const measured = async (outcomeOf: (whose: Whose, letter: Letter) => Promise<string>) => {
    const found = groups.map(async (whose) => {
      const line = await Promise.all(letters.map((letter) => outcomeOf(whose, letter)));
      return [whose, line.join('')];
    });
    return Object.fromEntries(await Promise.all(found)) as Record<Whose, string>;
  };

  it('has a line for every operation of the schema, and no others', async () => {
    const type = (name: string) => `${name}: __type(name: "${name}") { fields { name } }`;
    const types = await set.elsewhere.client.data(`{ ${Object.keys(rights).map(type).join(' ')} }`);
    for (const [name, lines] of Object.entries(rights)) {
      const operations = types[name].fields.map((it: { name: string }) => `${name}.${it.name}`);
      expect([...lines.keys()].map((it) => `${name}.${it}`).sort()).toEqual(operations.sort());
    }
  });

  it('each query returns data to exactly the roles in its line', async () => {
    const reads = Object.fromEntries(
      await Promise.all(groups.map(async (whose) => [whose, await queriesOf(set, whose)])),
    ) as Record<Whose, Record<string, Read>>;
    await hub.settled();
    const asked = async (whose: Whose, letter: Letter): Promise<[string, Data]> => {
      const fields = Object.values(reads[whose]).map(([field]) => field);
      return [whose + letter, await set.client(whose, letter).data(`{ ${fields.join(' ')} }`)];
    };
    const all = groups.flatMap((whose) => letters.map((letter) => asked(whose, letter)));
    const answers = new Map(await Promise.all(all));
    const shown: Record<string, unknown> = {};
    for (const query of Object.keys(reads.own)) {
      shown[query] = await measured(async (whose, letter) => {
        const [, holds] = reads[whose][query] as Read;
        return JSON.stringify(answers.get(whose + letter)[query]).includes(holds) ? letter : '-';
      });
    }
    expect(shown).toEqual(Object.fromEntries(rights.Query));
  });

  it.each([...rights.Subscription.keys()])(
    '%s delivers events to exactly the roles in its line',
    async (events) => {
      const { selection, happens }: News = subscriptions[events as keyof typeof subscriptions];
      const listeners = await Promise.all(
        groups.flatMap((whose) =>
          letters.map((letter) => listen(set.client(whose, letter), events, selection)),
        ),
      );
      const id = await happens(set);
      const line = rights.Subscription.get(events);
      const at = (whose: Whose, letter: Letter) =>
        listeners[groups.indexOf(whose) * letters.length + letters.indexOf(letter)] as Listener;
      const expected = groups.flatMap((whose) =>
        letters.filter((it) => line?.[whose].includes(it)).map((it) => at(whose, it)),
      );
      await Promise.all(expected.map((it) => it.until(id)));
      // The events that these received were also dispatched to the others, and a socket keeps the order.
      for (let round = 0; round < 2; round++) await Promise.all(listeners.map((it) => it.answered()));
      const received = await measured(async (whose, letter) =>
        at(whose, letter).received.includes(id) ? letter : '-',
      );
      await Promise.all(listeners.map((it) => it.stop()));
      expect(received).toEqual(line);
    },
  );

  it.each([...rights.Mutation.keys()])('%s is done or refused for each role as in its line', async (name) => {
    const command = name as CommandName;
    const line = rights.Mutation.get(command) as Record<Whose, string>;
    const inputOf = async (whose: Whose, letter: Letter) => ({
      ...inputsFor(set.inside, set.elsewhere.partner)[command],
      ...(await fresh[command]?.(set, whose, letter)),
    });
    // A refused attempt consumes nothing, so all of these can share one input.
    const same = { own: inputOf('own', 'M'), shared: inputOf('shared', 'M'), other: inputOf('other', 'M') };
    const found = await measured(async (whose, letter) => {
      const input = line[whose].toUpperCase().includes(letter) ? inputOf(whose, letter) : same[whose];
      const outcome = await attempt(set.client(whose, letter), command, await input);
      if (outcome === 'DONE') return letter;
      return outcome === (letter === 'M' ? 'READ_ONLY' : 'NOT_FOUND') ? '-' : letter.toLowerCase();
    });
    expect(found).toEqual(line);
  });
});

/** The result of a command: DONE, or the code of its refusal. */
async function attempt(
  client: Client,
  command: CommandName,
  input: Record<string, unknown>,
): Promise<string> {
  const type = `${command.charAt(0).toUpperCase()}${command.slice(1)}Input`;
  const { data, errors } = await client.send(
    `mutation ($input: ${type}!) { ${command}(input: $input) { ${objectOf(command)} { __typename } userErrors { code } } }`,
    { input },
  );
  if (errors?.[0]?.extensions?.['code'] === 'READ_ONLY') return 'READ_ONLY';
  if (errors) throw new Error(`${command}: ${JSON.stringify(errors)}`);
  const { userErrors, [objectOf(command)]: object } = data[command];
  if (userErrors.length > 0) return userErrors[0].code;
  // A coordinator may enter a referral in error, but the payload does not show it.
  if (!object && command !== 'enterReferralInError') throw new Error(`${command} returned no object`);
  return 'DONE';
}

interface Listener {
  /** All events received so far, as text. */
  readonly received: string;
  /** Resolves once an event that contains the text was received. */
  until(mark: string): Promise<void>;
  /** Resolves once a query on the same socket is answered. */
  answered(): Promise<void>;
  stop(): Promise<void>;
}

async function listen(client: Client, events: string, selection: string): Promise<Listener> {
  const listening = await client.listen(selection, undefined, events);
  let received = '';
  let notify = () => {};
  const all = (async () => {
    for (;;) {
      received += JSON.stringify(await listening.next());
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
    answered: async () => {
      for await (const _ of client.socket.iterate({ query: '{ viewer { role } }' })) break;
    },
    stop: async () => {
      await listening.stop();
      await all;
    },
  };
}
