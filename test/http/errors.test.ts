import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Data } from '../kit/client.js';
import { asOwner } from '../kit/database.js';
import { testHub } from '../kit/hub.js';
import { registerPerson } from '../kit/town.js';

const hub = testHub();
let client: Client;

beforeAll(async () => {
  ({ client } = await hub.town.caseworker());
});

const inside =
  /select|insert|column|relation|constraint|function|permission|postgres|pg_|syntax|sharing|fingerprint|\.js|\.ts|node_modules|\bat \w|"member"|42\d{3}|hub_partner/i;

const mutation = `mutation ($input: RegisterBeneficiaryInput!) {
  registerBeneficiary(input: $input) { beneficiary { id } userErrors { code } }
}`;
const person = {
  idempotencyKey: 'one',
  firstName: 'Amina',
  lastName: 'Durand',
  birthDate: '1990-05-17',
  district: 'NORTH',
  informedOn: '2026-01-01',
};

/** The answer without the number of its error: the number is random and could match by accident. */
function withoutNumber(answer: string): string {
  return answer.replace(/[0-9a-f-]{36}/, '');
}

/** Expects that a request fails without revealing internals while a failure is simulated, then repairs it. */
async function failsClosed(
  query: string,
  breakSql: string,
  repairSql: string,
  variables = {},
): Promise<void> {
  await hub.owner(breakSql);
  try {
    const response = await client.post({ query, variables });
    const text = await response.text();
    expect(response.headers.get('content-type')).toMatch(/json/);
    const { data, errors } = JSON.parse(text) as Data;
    expect(data ?? null).toBeNull();
    expect(errors).toHaveLength(1);
    expect(errors[0].message).toMatch(
      /^Something went wrong in the hub; quote [0-9a-f-]{36} when you report it\.$/,
    );
    expect(errors[0].extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
    expect(withoutNumber(JSON.stringify([data, errors[0].message, errors[0].extensions]))).not.toMatch(
      inside,
    );
  } finally {
    await hub.owner(repairSql);
  }
}

describe('an internal error is answered with a number only, when', () => {
  it('a column is missing', () =>
    failsClosed(
      '{ beneficiaries { nodes { firstName } } }',
      'alter table beneficiary rename column first_name to given_name',
      'alter table beneficiary rename column given_name to first_name',
    ));

  it('a database privilege is missing', () =>
    failsClosed(
      '{ partners { nodes { slug } } }',
      'revoke select on partner from hub_partner',
      'grant select on partner to hub_partner',
    ));

  it('a function is missing', () =>
    failsClosed(
      '{ viewer { role } }',
      'alter function access.member_id() rename to nobody',
      'alter function access.nobody() rename to member_id',
    ));

  it('a command violates a constraint that no input rule covers', async () => {
    await failsClosed(
      mutation,
      "alter table beneficiary add constraint beneficiary_named check (first_name <> 'Amina') not valid",
      'alter table beneficiary drop constraint beneficiary_named',
      { input: person },
    );
    expect(await client.data(mutation, { input: person })).toMatchObject({
      registerBeneficiary: { userErrors: [] },
    });
  });

  it('a command lacks a database privilege', () =>
    failsClosed(
      mutation,
      'revoke insert on beneficiary from hub_partner',
      'grant insert on beneficiary to hub_partner',
      { input: { ...person, idempotencyKey: 'two', lastName: 'Martin' } },
    ));

  it('the member cannot be looked up at sign-in', async () => {
    const other = await hub.town.caseworker();
    await hub.owner('revoke select on member from hub_system');
    const response = await other.client.post({ query: '{ viewer { role } }' });
    await hub.owner('grant select on member to hub_system');
    expect(response.status).toBe(500);
    expect(withoutNumber(await response.text())).not.toMatch(inside);
  });
});

describe('a slow statement', () => {
  it('is cancelled by a statement timeout, which is set on every connection of the hub', async () => {
    await hub.owner('alter table partner rename to partner_away');
    await hub.owner(`create view partner as
      select id, slug, kind, current_setting('statement_timeout') as name from partner_away`);
    await hub.owner('grant select on partner to hub_partner, hub_system');
    const { viewer } = await client.data('{ viewer { partner { name } } }');
    await hub.owner('drop view partner');
    await hub.owner('alter table partner_away rename to partner');
    expect(viewer.partner.name).toBe('5s');
  });

  /** Sends a request that waits for a table, and cancels its statement, as PostgreSQL does when one times out. */
  const canceled = <Answer>(table: string, send: () => Promise<Answer>): Promise<Answer> =>
    asOwner(hub.ownerUrl, async (owner) => {
      await owner.query('begin');
      await owner.query(`lock table ${table} in access exclusive mode`);
      const answer = send();
      const cancel = `select pg_cancel_backend(pid) from pg_locks
        where not granted and relation = '${table}'::regclass`;
      while ((await owner.query(cancel)).rowCount === 0);
      await answer;
      await owner.query('rollback');
      return answer;
    });

  it('of a query is answered with TOO_EXPENSIVE', async () => {
    const { data, errors } = await canceled('pathway', () => client.send('{ pathways { totalCount } }'));
    expect(data ?? null).toBeNull();
    expect(errors).toEqual([
      expect.objectContaining({
        message: 'Query timed out: request less data.',
        extensions: { code: 'TOO_EXPENSIVE' },
      }),
    ]);
  });

  it('of a command is answered with UNAVAILABLE; the command changed nothing and can be repeated', async () => {
    const variables = { input: { ...person, idempotencyKey: 'canceled', lastName: 'Petit' } };
    const response = await canceled('idempotency_key', () => client.post({ query: mutation, variables }));
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
    expect(((await response.json()) as Data).errors).toEqual([
      expect.objectContaining({
        message: 'The command took too long and changed nothing: try again in a moment.',
        extensions: { code: 'UNAVAILABLE', retryAfter: 2 },
      }),
    ]);
    const { registerBeneficiary } = await client.data(mutation, variables);
    expect(registerBeneficiary).toEqual({ beneficiary: { id: expect.any(String) }, userErrors: [] });
  });
});

it('errors about unknown names contain no suggestions', async () => {
  for (const query of [
    '{ viewr { role } }',
    '{ partner(slugg: "x") { id } }',
    '{ referrals(box: INBOXX) { totalCount } }',
  ]) {
    const { errors } = await client.send(query);
    expect(errors?.length).toBeGreaterThan(0);
    expect(JSON.stringify(errors)).not.toMatch(/did you mean/i);
  }
  const { errors } = await client.send(mutation, { input: { ...person, firstNam: 'x' } });
  expect(JSON.stringify(errors)).toMatch(/firstNam/);
  expect(JSON.stringify(errors)).not.toMatch(/did you mean/i);
});

describe('a NUL character is refused with a clear error in', () => {
  const id = 'beneficiary_00000000-0000-7000-8000-000000000000';
  it.each<[string, string]>([
    ['a slug', '{ partner(slug: "\\u0000csc") { id } }'],
    ['a slug beside other fields', '{ viewer { role } partner(slug: "\\u0000csc") { id } }'],
    ['a variable', 'query ($nul: String!) { partner(slug: $nul) { id } }'],
    ['a search', '{ beneficiaries(filter: { search: "\\u0000" }) { totalCount } }'],
    ['an id', `{ beneficiary(id: "${id}\\u0000") { id } }`],
    ['a node’s id', '{ node(id: "\\u0000") { id } }'],
    ['one of several ids', `{ nodes(ids: ["${id}", "\\u0000"]) { id } }`],
    ['a cursor', '{ beneficiaries(after: "\\u0000") { totalCount nodes { id } } }'],
    ['a filter’s id', '{ beneficiaries(filter: { referent: "\\u0000" }) { totalCount } }'],
    [
      'a nested list',
      '{ beneficiaries { nodes { pathways(filter: { partner: "\\u0000" }) { totalCount } } } }',
    ],
  ])('%s', async (_, query) => {
    const response = await client.post({ query, variables: { nul: 'c\0sc' } });
    const { errors } = (await response.json()) as Data;
    expect(response.status).toBeLessThan(500);
    expect(errors[0].extensions.code).toBe('BAD_USER_INPUT');
    expect(errors[0].message).toMatch(/NUL|is not (an id|a cursor)/);
  });

  it('the content of a cursor', async () => {
    await registerPerson(client);
    const { beneficiaries } = await client.data('{ beneficiaries(first: 1) { pageInfo { endCursor } } }');
    const parts = JSON.parse(Buffer.from(beneficiaries.pageInfo.endCursor, 'base64url').toString());
    parts[2] = 'a\0b';
    const after = Buffer.from(JSON.stringify(parts)).toString('base64url');
    const { errors } = await client.send(
      'query ($after: String) { beneficiaries(after: $after) { nodes { id } } }',
      {
        after,
      },
    );
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });

  it('the input of a command', async () => {
    const { errors, data } = await client.send(mutation, { input: { ...person, firstName: 'A\0mina' } });
    expect(errors).toBeUndefined();
    expect(data.registerBeneficiary.userErrors).toEqual([{ code: 'INVALID' }]);
  });
});

describe('an error is in the language of the request', () => {
  const inFrench = () => new Client(hub.url, client.token, 'fr');

  it('over HTTP and over the socket', async () => {
    const query = '{ beneficiary(id: "nobody") { id } }';
    const message = '« nobody » n’est pas un identifiant : utilisez-en un de la plateforme.';
    expect((await inFrench().send(query)).errors).toMatchObject([{ message }]);
    const french = inFrench();
    expect(await french.socket.iterate({ query }).next()).toMatchObject({
      value: { errors: [{ message }] },
    });
    await french.close();
  });

  it('when a sign-in, a limit or the engine refuses the request', async () => {
    const messageOf = async (response: Response) => ((await response.json()) as Data).errors[0].message;
    expect(
      await messageOf(await new Client(hub.url, 'none', 'fr').post({ query: '{ viewer { role } }' })),
    ).toBe('Ce jeton n’est pas accepté : reconnectez-vous.');
    const tooMany = await inFrench().post({ query: '{ referrals(first: 101) { nodes { id } } }' });
    expect(await messageOf(tooMany)).toBe('`first` doit être entre 1 et 100.');
  });

  it('also when it is a bug', async () => {
    await hub.owner('alter function access.member_id() rename to nobody');
    try {
      const { errors } = await inFrench().send('{ viewer { role } }');
      expect(errors).toMatchObject([
        {
          message: expect.stringMatching(
            /^Une erreur s’est produite dans la plateforme ; citez [0-9a-f-]{36}/,
          ),
        },
      ]);
    } finally {
      await hub.owner('alter function access.nobody() rename to member_id');
    }
  });
});

describe('a browser that opens an address gets an error as a page', () => {
  const open = (path: string, language: string) =>
    fetch(hub.url + path, { headers: { accept: 'text/html,*/*;q=0.8', 'accept-language': language } });

  it.each([
    ['/nothing/here', 404, 'fr', 'Page introuvable', 'Aller à l’accueil'],
    ['/nothing/here', 404, 'en', 'Page not found', 'Go to the start page'],
    ['/%zz', 404, 'fr', 'Page introuvable', 'Aller à l’accueil'],
    ['/committee/report/2025', 401, 'fr', 'Connectez-vous d’abord', 'la requête ne porte pas de jeton'],
  ])('%s: %i in %s', async (path, status, language, title, text) => {
    const response = await open(path, language);
    const page = await response.text();
    expect([response.status, response.headers.get('content-language')]).toEqual([status, language]);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-/,
    );
    expect(page).toContain(`<h1>${title}</h1>`);
    expect(page).toContain(text);
    const root = /<a href="([^"]+)"/.exec(page)?.[1] as string;
    expect(new URL(root, hub.url + path).href).toBe(`${hub.url}/`);
  });

  it('and a program gets JSON', async () => {
    const response = await fetch(`${hub.url}/nothing`, { headers: { 'accept-language': 'fr' } });
    expect(await response.json()).toEqual({
      errors: [{ message: 'Introuvable : vérifiez l’adresse.', extensions: { code: 'NOT_FOUND' } }],
    });
  });
});
