import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Data } from '../kit/client.js';
import { commandInputs } from '../kit/command-inputs.js';
import { type CommandName, payloadField } from '../kit/commands.js';
import { type FullFixture, fullFixture } from '../kit/full-fixture.js';
import { testHub } from '../kit/hub.js';

/** The commands that every caseworker may run: their input names no restricted object. */
const commandsWithoutObject = ['registerBeneficiary', 'requestLink', 'recordHeadcount', 'chooseMail'];

describe('an unrelated member who knows ids of existing objects', () => {
  const hub = testHub();
  let fixture: FullFixture;
  let stranger: Client;

  beforeAll(async () => {
    fixture = await fullFixture(hub.town);
    ({ client: stranger } = await hub.town.caseworker());
  });

  /**
   * All stored rows and the sequence of referral numbers, except rows that change without a command: budgets, the
   * statistics of pg-boss, and the committee's releases.
   */
  const allStoredRows = async () => {
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
    stranger.run(command, input, `${payloadField(command)} { __typename }`);
  const unknownIds = () =>
    Object.fromEntries(
      Object.entries(fixture.ids).map(([type, ids]) => [
        type,
        ids.map((id) => `${id.slice(0, id.indexOf('_'))}_${randomUUID()}`),
      ]),
    ) as unknown as FullFixture['ids'];

  it('gets the same response from every command as for ids that do not exist, and changes nothing', async () => {
    const before = await allStoredRows();
    const inputs = commandInputs(fixture, fixture.other.partner);
    const inputsWithUnknownIds = commandInputs(fixture, fixture.other.partner, unknownIds());
    const mutations = await stranger.data('{ __schema { mutationType { fields { name } } } }');
    const names = mutations.__schema.mutationType.fields.map((it: { name: string }) => it.name);
    expect(Object.keys(inputs).sort()).toEqual([...names].sort());
    for (const command of names.filter(
      (it: string) => !commandsWithoutObject.includes(it),
    ) as CommandName[]) {
      const payload = await attempt(command, inputs[command] as Data);
      expect([command, payload]).toEqual([
        command,
        { [payloadField(command)]: null, userErrors: [expect.objectContaining({ code: 'NOT_FOUND' })] },
      ]);
      expect([command, payload]).toEqual([
        command,
        await attempt(command, inputsWithUnknownIds[command] as Data),
      ]);
    }
    expect(await allStoredRows()).toEqual(before);
  });

  it('learns about a registered person only that another partner has registered the person', async () => {
    const before = await allStoredRows();
    const { registerBeneficiary } = commandInputs(fixture, fixture.other.partner);
    const payload = await attempt('registerBeneficiary', registerBeneficiary as Data);
    expect(payload).toEqual({
      beneficiary: null,
      userErrors: [{ code: 'ALREADY_KNOWN', message: expect.any(String), path: ['input'] }],
    });
    expect(JSON.stringify(payload)).not.toMatch(/[0-9a-f]{8}-/);
    const expectedChanges = ['public.link_attempt', 'public.idempotency_key'];
    const after = await allStoredRows();
    expect(
      Object.keys(after)
        .filter((it) => !expectedChanges.includes(it))
        .map((it) => [it, after[it]]),
    ).toEqual(
      Object.keys(before)
        .filter((it) => !expectedChanges.includes(it))
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
    const answer = await read(fixture.ids);
    expect(answer.errors).toBeUndefined();
    expect(new Set(answer.data.nodes)).toEqual(new Set([null]));
    const { data, errors } = await read(unknownIds());
    expect([answer.data, answer.errors]).toEqual([data, errors]);
  });
});
