import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { rightInput } from '../kit/acts.js';
import { Client } from '../kit/client.js';
import { testHub } from '../kit/hub.js';
import { openPathway, registerPerson } from '../kit/town.js';

/** What only the inside of the server would say. */
const inner =
  /\bat .*\.[jt]s:\d|node_modules|\/(src|dist)\/|\bselect\b.*\bfrom\b|constraint|_unique|_foreign|relation "|row-level|hub_(partner|system|access)|SQLSTATE|ECONN/i;

describe('an answer gives nothing away', () => {
  const hub = testHub();
  let insider: Client;
  let stranger: Client;
  let person: string;
  let partner: string;

  beforeAll(async () => {
    const caseworker = await hub.town.caseworker();
    insider = caseworker.client;
    partner = caseworker.partner.id;
    person = await registerPerson(insider);
    await openPathway(insider, person);
    ({ client: stranger } = await hub.town.caseworker());
  });

  const textOf = async (client: Client, query: string, variables = {}) =>
    (await client.post({ query, variables })).text();

  it('of introspection: the schema is the same for every role, and holds no row', async () => {
    const query = '{ __schema { types { name fields { name } } } }';
    const shown = await textOf(insider, query);
    const { client } = await hub.town.signedIn(await hub.town.partner(), 'COMMITTEE_MEMBER');
    expect(await textOf(client, query)).toBe(shown);
    expect(shown).not.toContain(person.slice(person.indexOf('_') + 1));
  });

  it('of introspection without a token', async () => {
    const answer = await new Client(hub.url, '').post({ query: '{ __schema { types { name } } }' });
    expect(answer.status).toBe(401);
  });

  it.each([
    ['a stack: a query that does not parse', '{ beneficiary(', {}],
    [
      'a stack: a variable of the wrong type',
      'query ($id: ID!) { beneficiary(id: $id) { id } }',
      { id: { a: 1 } },
    ],
    ['SQL: an id that is none', `{ beneficiary(id: "'; select 1 --") { id } }`, {}],
    ['SQL: a cursor that is none', '{ beneficiaries(after: "x") { nodes { id } } }', {}],
    [
      'SQL: a day beyond the calendar',
      'mutation ($input: RegisterBeneficiaryInput!) { registerBeneficiary(input: $input) { userErrors { message } } }',
      { input: rightInput.registerBeneficiary({ birthDate: '1990-02-31' }) },
    ],
  ])('of %s', async (_, query, variables) => {
    const text = await textOf(insider, query, variables);
    expect(text).toMatch(/errors/);
    expect(text).not.toMatch(inner);
  });

  it('of a constraint: two open pathways of one person', async () => {
    const payload = await insider.act('openPathway', rightInput.openPathway(person), 'pathway { id }');
    expect(payload.userErrors).toHaveLength(1);
    expect(JSON.stringify(payload)).not.toMatch(inner);
  });

  it('of existence by error: another partner’s person is as absent as nobody', async () => {
    const asked = (id: string) =>
      textOf(stranger, 'query ($id: ID!) { beneficiary(id: $id) { id } node(id: $id) { id } }', { id });
    const nobody = `beneficiary_${randomUUID()}`;
    expect(await asked(person)).toBe(await asked(nobody));
    expect(JSON.parse(await asked(person))).toMatchObject({ data: { beneficiary: null, node: null } });
    const shared = (id: string) =>
      stranger.act(
        'recordSharingAgreement',
        {
          ...rightInput.recordSharingAgreement(id, { id: partner, key: '', slug: '' }),
          idempotencyKey: 'same',
        },
        'sharing { id }',
      );
    expect(await shared(person)).toEqual(await shared(nobody));
    expect(await shared(person)).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
  });
});
