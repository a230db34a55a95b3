import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Data } from '../kit/client.js';
import { type CommandName, objectOf } from '../kit/commands.js';
import { type FullFixture, fullFixture } from '../kit/full-fixture.js';
import { testHub } from '../kit/hub.js';
import { inputsFor } from '../kit/known-ids.js';

/** The commands that every caseworker may run: they name no object, or a person who may be new to the hub. */
const ofEveryone = ['registerBeneficiary', 'requestLink', 'recordHeadcount', 'chooseMail'];

describe('an unrelated member who knows the ids', () => {
  const hub = testHub();
  let inside: FullFixture;
  let stranger: Client;

  beforeAll(async () => {
    inside = await fullFixture(hub.town);
    ({ client: stranger } = await hub.town.caseworker());
  });

  /**
   * All stored rows and the sequence of referral numbers. Without budgets, which every operation charges, the
   * statistics of pg-boss, and the committee's facts, which the hub recomputes three times a minute.
   */
  const everythingStored = async () => {
    await hub.consumed();
    const tables = await hub.owner<{ name: string }>(
      `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
       where schemaname !~ '^pg_' and schemaname not in ('information_schema', 'facts')
         and tablename <> 'budget' and (schemaname <> 'jobs' or tablename = 'job') order by 1`,
    );
    const stored: Record<string, unknown> = {};
    for (const { name } of tables) {
      const rows = await hub.owner<{ text: string }>(
        `select row_to_json(it)::text as text from ${name} it order by 1`,
      );
      stored[name] = rows.map((row) => row.text);
    }
    stored['referral_number'] = await hub.owner('select last_value from referral_number');
    return stored;
  };
  const attempt = (command: string, input: Record<string, unknown>): Promise<Data> =>
    stranger.run(command, input, `${objectOf(command)} { __typename }`);
  const strangeIds = () =>
    Object.fromEntries(
      Object.entries(inside.ids).map(([type, ids]) => [
        type,
        ids.map((id) => `${id.slice(0, id.indexOf('_'))}_${randomUUID()}`),
      ]),
    ) as unknown as FullFixture['ids'];

  it('gets from every command the same answer as for ids that do not exist, and changes nothing', async () => {
    const before = await everythingStored();
    const right = inputsFor(inside, inside.other.partner);
    const wrong = inputsFor(inside, inside.other.partner, strangeIds());
    const mutations = await stranger.data('{ __schema { mutationType { fields { name } } } }');
    const names = mutations.__schema.mutationType.fields.map((it: { name: string }) => it.name);
    expect(Object.keys(right).sort()).toEqual([...names].sort());
    for (const command of names.filter((it: string) => !ofEveryone.includes(it)) as CommandName[]) {
      const payload = await attempt(command, right[command] as Data);
      expect([command, payload]).toEqual([
        command,
        { [objectOf(command)]: null, userErrors: [expect.objectContaining({ code: 'NOT_FOUND' })] },
      ]);
      expect([command, payload]).toEqual([command, await attempt(command, wrong[command] as Data)]);
    }
    expect(await everythingStored()).toEqual(before);
  });

  it('learns of a registered person only that another partner knows them', async () => {
    const before = await everythingStored();
    const { registerBeneficiary } = inputsFor(inside, inside.other.partner);
    const payload = await attempt('registerBeneficiary', registerBeneficiary as Data);
    expect(payload).toEqual({
      beneficiary: null,
      userErrors: [{ code: 'ALREADY_KNOWN', message: expect.any(String), path: ['input'] }],
    });
    expect(JSON.stringify(payload)).not.toMatch(/[0-9a-f]{8}-/);
    const kept = ['public.link_attempt', 'public.idempotency_key'];
    const after = await everythingStored();
    expect(
      Object.keys(after)
        .filter((it) => !kept.includes(it))
        .map((it) => [it, after[it]]),
    ).toEqual(
      Object.keys(before)
        .filter((it) => !kept.includes(it))
        .map((it) => [it, before[it]]),
    );
  });

  it('reads null by id, as for ids that do not exist', async () => {
    const query = `query ($person: ID!, $referral: ID!, $ids: [ID!]!) { beneficiary(id: $person) { id }
      referral(id: $referral) { id } node(id: $person) { id } nodes(ids: $ids) { id } }`;
    const read = (ids: FullFixture['ids']) =>
      stranger.send(query, {
        person: ids.Beneficiary[0],
        referral: ids.Referral[0],
        ids: Object.values(ids).flat(),
      });
    const answer = await read(inside.ids);
    expect(answer.errors).toBeUndefined();
    expect(new Set(answer.data.nodes)).toEqual(new Set([null]));
    const { data, errors } = await read(strangeIds());
    expect([answer.data, answer.errors]).toEqual([data, errors]);
  });
});
