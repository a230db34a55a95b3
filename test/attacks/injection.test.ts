import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { commandInputs } from '../kit/command-inputs.js';
import { type CommandName, refusalsOf, runCommand, validInput } from '../kit/commands.js';
import { type FullFixture, fullFixture } from '../kit/full-fixture.js';
import { testHub } from '../kit/hub.js';
import { schema } from '../kit/schema.js';
import { daysAgo } from '../kit/town.js';
import {
  answerTo,
  codesOf,
  commandsWithTexts,
  commandTexts,
  queryTexts,
  requiredIds,
  withAt,
} from './harmless.js';

/*
 * Texts that would have a special meaning in SQL, in JSON, in a JavaScript object or in a header. The hub treats them
 * as plain text.
 */

const sqlTexts = [
  "' or true --",
  `'; drop table beneficiary; --`,
  `") or exists (table member) --`,
  "' union table private.login --",
  `\\'; select set_config('app.partner_id', 'x', true) --`,
  "$1 $$ ; reset role; select '' || pg_sleep(9) || '",
];
/** All of them joined. */
const polyglot = sqlTexts.join(' ');

describe('an injection', () => {
  const hub = testHub();
  let inside: FullFixture;
  /** A client of the referent for each role that runs commands. An administrator has the rights of a caseworker. */
  const clients: Client[] = [];
  let caseworker: Client;
  let person: string;
  let tables: string;
  const tableNames = async () =>
    JSON.stringify(await hub.owner("select tablename from pg_tables where schemaname !~ '^pg_' order by 1"));

  beforeAll(async () => {
    inside = await fullFixture(hub.town);
    const { partner, client } = inside.referent;
    caseworker = client;
    [person = ''] = inside.ids.Beneficiary;
    for (const role of ['PARTNER_ADMINISTRATOR', 'COORDINATOR', 'CLAUSE_FACILITATOR', 'COMMITTEE_MEMBER'])
      clients.push((await hub.town.signedInMember(partner, role)).client);
    tables = await tableNames();
  });
  afterEach(async () => {
    const query = 'query ($id: ID!) { beneficiary(id: $id) { lastName } }';
    expect((await caseworker.data(query, { id: person })).beneficiary).toEqual({
      lastName: inside.person['lastName'],
    });
  });

  describe('of SQL', () => {
    it.each(queryTexts)('in $name finds nothing, or is refused', async (place) => {
      const { field, argument, path, selection } = place;
      const variables: Record<string, unknown> = {};
      const fields = sqlTexts.map((text, index) => {
        variables[`v${index}`] = withAt(undefined, path, text);
        const others = requiredIds(field, argument.name).map((name) => `${name}: "${person}", `);
        return `f${index}: ${field}(${others.join('')}${argument.name}: $v${index}) ${selection}`;
      });
      const declared = sqlTexts.map((_, index) => `$v${index}: ${argument.type}`).join(', ');
      const answer = await answerTo(caseworker, {
        query: `query (${declared}) { ${fields.join(' ')} }`,
        variables,
      });
      const found = Object.values(answer.data ?? {}).filter((it) => it !== null);
      expect(found.filter((it) => JSON.stringify(it) !== '{"nodes":[]}')).toEqual([]);
      expect([[], ['BAD_USER_INPUT']]).toContainEqual(codesOf(answer));
    });

    it.each(commandsWithTexts())('in each text of %s is treated as text', async (command) => {
      const type = schema.getMutationType()?.getFields()[command]?.args[0]?.type;
      const texts = commandTexts(command);
      const declared = texts.map((_, index) => `$v${index}: ${type}`).join(', ');
      const fields = texts.map(
        (_, index) => `f${index}: ${command}(input: $v${index}) { userErrors { code } }`,
      );
      const query = `mutation (${declared}) { ${fields.join(' ')} }`;
      for (const client of clients) {
        const variables: Record<string, unknown> = {};
        texts.forEach((path, index) => {
          variables[`v${index}`] = withAt(
            commandInputs(inside, inside.other.partner)[command],
            path,
            polyglot,
          );
        });
        const answer = await answerTo(client, { query, variables });
        expect([codesOf(answer), Object.keys(answer.data)]).toEqual([[], texts.map((_, at) => `f${at}`)]);
      }
    });

    const agreedNow = { agreedOn: daysAgo(0), agreedAfterWithdrawal: true };
    it.each<[CommandName, string, () => object]>([
      ['registerBeneficiary', 'lastName', () => validInput.registerBeneficiary()],
      ['addStep', 'title', () => validInput.addStep(inside.ids.Pathway[0] as string)],
      ['setObjective', 'text', () => validInput.setObjective(inside.ids.Pathway[0] as string)],
      ['addContact', 'value', () => validInput.addContact(person, { kind: 'ADDRESS' })],
      ['recordBarrier', 'note', () => validInput.recordBarrier(person)],
      ['planAppointment', 'subject', () => validInput.planAppointment(person)],
      ['planAppointment', 'place', () => validInput.planAppointment(person)],
      ['writeNote', 'text', () => validInput.writeNote(person)],
      ['sendReferral', 'purpose', () => validInput.sendReferral(person, inside.other.partner, agreedNow)],
    ])('is stored unchanged: %s, %s', async (command, field, input) => {
      // An id without digits: digits may look like a national identification number.
      const id = 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa';
      const marks = [`"$p":"${id}",`, '{"$type":"Member"}', '\\u0027 \\n %s {{7*7}}'];
      for (const text of [...sqlTexts, ...marks]) {
        const right = { ...input(), [field]: text };
        expect(await runCommand(caseworker, command, right, field)).toEqual({ [field]: text });
      }
    });
  });

  describe('of JSON', () => {
    const refusal = ['BAD_USER_INPUT'];
    const operators: [string, unknown][] = [
      ['$ne', { $ne: null }],
      ['$gt', { $gt: '' }],
      ['$in', { $in: ['NORTH'] }],
      ['$regex', { $regex: '.*' }],
      ['$where', { $where: 'sleep(1000)' }],
      ['a list in a list', [[['x']]]],
      ['toString', { toString: 'x', valueOf: 'y' }],
      ['toJSON', { toJSON: 'x' }],
      ['length', { length: 1, 0: 'x' }],
    ];
    it.each(operators)('%s instead of a scalar value is refused', async (_, value) => {
      for (const query of [
        'query ($v: ID!) { beneficiary(id: $v) { id } }',
        'query ($v: ID!) { node(id: $v) { id } }',
        'query ($v: [ID!]!) { nodes(ids: $v) { id } }',
        'query ($v: String!) { partner(slug: $v) { id } }',
        'query ($v: Int) { beneficiaries(first: $v) { totalCount } }',
        'query ($v: String) { beneficiaries(filter: { search: $v }) { totalCount } }',
        'query ($v: District) { beneficiaries(filter: { district: $v }) { totalCount } }',
        'query ($v: BeneficiaryFilter) { beneficiaries(filter: $v) { totalCount } }',
        'query ($v: Date) { auditTrail(from: $v) { nodes { at } } }',
      ]) {
        expect([query, codesOf(await answerTo(caseworker, { query, variables: { v: value } }))]).toEqual([
          query,
          refusal,
        ]);
      }
      const { registerBeneficiary } = commandInputs(inside, inside.other.partner);
      const query =
        'mutation ($input: RegisterBeneficiaryInput!) { registerBeneficiary(input: $input) { userErrors { code } } }';
      for (const field of Object.keys(registerBeneficiary as object)) {
        const variables = { input: { ...registerBeneficiary, [field]: value } };
        expect([field, codesOf(await answerTo(caseworker, { query, variables }))]).toEqual([field, refusal]);
      }
    });

    it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__'])(
      'the key %s in an input is refused and changes no prototype',
      async (key) => {
        const query =
          'mutation ($input: RegisterBeneficiaryInput!) { registerBeneficiary(input: $input) { userErrors { code } } }';
        const right = JSON.stringify(validInput.registerBeneficiary());
        const poison = `"${key}":{"referent":"x","polluted":true,"prototype":{"polluted":true}}`;
        const body = `{"query":${JSON.stringify(query)},"variables":{"input":{${poison},${right.slice(1)}}}`;
        const answer = await answerTo(caseworker, body);
        // Fastify's JSON parser refuses the first two keys.
        expect([...codesOf(answer), answer.data]).toEqual([expect.stringMatching(/^BAD_/), undefined]);
        const beside = `{"query":"{ viewer { role } }",${poison},"variables":{"x":1},"extensions":{${poison}}}`;
        const { status, data } = await answerTo(caseworker, beside);
        expect([status, data ?? null]).toEqual(
          status === 200 ? [200, { viewer: { role: 'CASEWORKER' } }] : [400, null],
        );
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      },
    );

    it.each([
      '__proto__',
      'constructor',
      'toString',
      'toJSON',
      'then',
      'length',
      'hasOwnProperty',
      '_p',
      'o',
    ])('the alias %s works like any other', async (alias) => {
      const query = `query ($id: ID!) { ${alias}: beneficiary(id: $id) { ${alias}: lastName } }`;
      for (const mixed of ['', ' __schema { queryType { name } }']) {
        const whole = query.replace(/ }$/, `${mixed} }`);
        const response = await caseworker.post({ query: whole, variables: { id: person } });
        expect(await response.text()).toContain(
          `"${alias}":{"${alias}":${JSON.stringify(inside.person['lastName'])}}`,
        );
      }
    });
  });

  describe('of an order', () => {
    it.each([
      'sort_name; drop table beneficiary',
      'NAME DESC',
      'name',
      'sortName',
      '1',
      '(table private.login)',
      '__proto__',
      'constructor',
      'toString',
    ])('%s is refused', async (order) => {
      const query = 'query ($by: BeneficiaryOrder) { beneficiaries(orderBy: $by) { totalCount } }';
      expect(codesOf(await answerTo(caseworker, { query, variables: { by: order } }))).toEqual([
        'BAD_USER_INPUT',
      ]);
      const literal = `{ beneficiaries(orderBy: ${order}) { totalCount } }`;
      expect(codesOf(await answerTo(caseworker, { query: literal }))).toEqual([
        expect.stringMatching(/^GRAPHQL_(VALIDATION|PARSE)_FAILED$/),
      ]);
    });
  });

  describe('of a pattern', () => {
    const search = 'query ($text: String) { beneficiaries(filter: { search: $text }) { totalCount } }';
    const find = async (text: string) =>
      (await caseworker.data(search, { text })).beneficiaries.totalCount as number;

    it.each(['%', '_', '\\', '%%', 'Mo%u', 'M_re', '%reau', 'Mor\\x', '.*', '[a-z]*', '*', '?', '^'])(
      '%s is matched literally',
      async (text) => expect(await find(text)).toBe(0),
    );

    it('the beginning of a name is found (control for the tests above)', async () => {
      expect(await find('Moreau')).toBeGreaterThan(0);
    });
  });

  describe('of a line break', () => {
    const broken = [
      'x\r\nSet-Cookie: a=b',
      'x\nBcc: all@town.test',
      'x\ry',
      'x\u2028y',
      'x\u0085y',
      'x\u000by',
    ];

    it.each<[CommandName, string, () => object]>([
      ['registerBeneficiary', 'firstName', () => validInput.registerBeneficiary()],
      ['registerBeneficiary', 'lastName', () => validInput.registerBeneficiary()],
      ['registerBeneficiary', 'idempotencyKey', () => validInput.registerBeneficiary()],
      ['addStep', 'title', () => validInput.addStep(inside.ids.Pathway[0] as string)],
      ['setObjective', 'text', () => validInput.setObjective(inside.ids.Pathway[0] as string)],
      ['addContact', 'value', () => validInput.addContact(person)],
      ['addContact', 'value', () => validInput.addContact(person, { kind: 'EMAIL' })],
      ['planAppointment', 'place', () => validInput.planAppointment(person)],
      ['inviteMember', 'email', () => validInput.inviteMember()],
      ['inviteMember', 'name', () => validInput.inviteMember()],
    ])('in %s, %s is refused in a single-line text', async (command, field, input) => {
      const client = command === 'inviteMember' ? (clients[0] as Client) : caseworker;
      for (const text of broken.filter((it) => field !== 'idempotencyKey' || !it.includes('\u2028'))) {
        expect(await refusalsOf(client, command, { ...input(), [field]: text })).toEqual([
          `INVALID ${field}`,
        ]);
      }
    });

    it('in a multi-line text is stored, and does not become a response header', async () => {
      const text = 'Came.\r\n\r\nSet-Cookie: a=b\r\nX-Injected: 1';
      const response = await caseworker.post({
        query: 'mutation ($input: WriteNoteInput!) { writeNote(input: $input) { note { text } } }',
        variables: { input: validInput.writeNote(person, { text }) },
      });
      expect([response.headers.get('set-cookie'), response.headers.get('x-injected')]).toEqual([null, null]);
      expect(await response.json()).toMatchObject({ data: { writeNote: { note: { text } } } });
    });

    it.each([
      '/?%0d%0aX-Injected:%201',
      '/graphiql%0d%0aX-Injected:%201',
      '/graphql%0d%0aX-Injected:%201?query=%7Bviewer%7Brole%7D%7D',
    ])('in the address %s does not become a response header', async (path) => {
      const response = await fetch(`${hub.url}${path}`, { redirect: 'manual' });
      expect(response.headers.get('x-injected')).toBeNull();
      expect(response.status).toBeLessThan(500);
      await response.arrayBuffer();
    });
  });

  describe('of session variables', () => {
    const query = '{ viewer { role partner { slug } member { id } } beneficiaries { totalCount } }';
    const forged = () => ({
      'app.partner_id': inside.referent.partner.key,
      'app.member_id': inside.referent.member.key,
      'app.role': 'PARTNER_ADMINISTRATOR',
      'app.subject': inside.referent.member.email,
      role: 'hub_system',
    });
    const headerNames = [
      'app.partner_id',
      'app-partner-id',
      'x-app-partner-id',
      'x-partner-id',
      'x-hasura-role',
      'x-forwarded-user',
      'pgoptions',
    ];
    it.each<[string, () => [object, Record<string, string>?]]>([
      ...headerNames.map((name): [string, () => [object, Record<string, string>]] => [
        `the header ${name}`,
        () => [{}, { [name]: name === 'pgoptions' ? '-c app.role=X' : inside.referent.partner.key }],
      ]),
      ['extensions', () => [{ extensions: { ...forged(), session: forged(), variables: forged() } }]],
      ['variables', () => [{ variables: forged() }]],
      ['the body', () => [{ ...forged(), session: forged(), context: forged(), viewer: forged() }]],
    ])('by %s: the identity does not change', async (_, make) => {
      const { client, partner, member } = await hub.town.caseworker();
      const [body, headers] = make();
      expect((await answerTo(client, { query, ...body }, headers)).data).toEqual({
        viewer: {
          role: 'CASEWORKER',
          partner: { slug: partner.slug },
          member: { id: `member_${member.key}` },
        },
        beneficiaries: { totalCount: 0 },
      });
    });

    it('with session scope: the next request still has its own identity', async () => {
      const { client } = await hub.town.caseworker();
      const text = `x', true), set_config('app.partner_id', '${inside.referent.partner.key}', false) --`;
      await client.send('query ($s: String!) { partner(slug: $s) { id } }', { s: text });
      const all = await Promise.all(Array.from({ length: 20 }, () => client.data(query)));
      expect(new Set(all.map((it) => it.beneficiaries.totalCount))).toEqual(new Set([0]));
    });
  });

  it('has changed no tables', async () => expect(await tableNames()).toBe(tables));
});
