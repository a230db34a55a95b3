import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Client } from '../kit/client.js';
import { testHub } from '../kit/hub.js';
import { HubProcess } from '../kit/process.js';
import { freePort } from '../kit/scratch-server.js';
import { runOnTerminal } from '../kit/terminal.js';
import { addStep, daysAgo, openPathway, registerPerson, sendReferral } from '../kit/town.js';

const hub = testHub();
let server: HubProcess;

beforeAll(async () => {
  server = await HubProcess.start({ DATABASE_URL: hub.ownerUrl, LOG_LEVEL: 'debug' });
});
afterAll(() => server?.kill());

// Each distinctive word represents one path by which personal data could reach the log.
const secrets =
  /zébulonne|quinquempoix|zmail|zpurpose|zobjective|zstep|zreason|zurl|zbody|zvariable|zsearch|zconstraint/i;

it('each response has an id that the log has too, and that the client cannot choose', async () => {
  const { headers } = await fetch(`${server.url}/health/live`, { headers: { 'x-request-id': 'zchosen' } });
  const id = headers.get('x-request-id') ?? '';
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  await server.waitForOutput(new RegExp(`"request":"${id}"`));
});

it('on a terminal, a request takes one line', async () => {
  const port = String(await freePort());
  const env = { DATABASE_URL: hub.ownerUrl, PORT: port, LOG_LEVEL: 'info' };
  const terminal = runOnTerminal(env, 'dist/bundle/main.js');
  await terminal.type('Press Ctrl-C', '');
  const { headers } = await fetch(`http://127.0.0.1:${port}/auth/demo`);
  const id = headers.get('x-request-id') as string;
  await terminal.type(id, '\x03');
  const { stdout } = await terminal.ended;
  expect(stdout.split('\n').find((line) => line.includes(id))).toMatch(/INFO.*"status":200/);
});

it('the log contains no names, e-mail addresses or purposes of persons, in normal use and after errors', async () => {
  const { member } = await hub.town.caseworker();
  const other = await hub.town.caseworker();
  const client = await server.as(member);
  const receiver = await server.as(other.member);

  // Normal use.
  const names = { firstName: 'Zébulonne', lastName: 'Quinquempoix' };
  const person = await registerPerson(client, names);
  await registerPerson(client, { ...names, firstName: 'Zsearch' });
  const pathway = await openPathway(client, person, 'Zobjective');
  await addStep(client, pathway, { title: 'Zstep' });
  const listening = await receiver.subscribe('referral { purpose beneficiary { lastName } }');
  const referral = await sendReferral(client, person, other.partner, { purpose: 'Zpurpose' });
  expect((await listening.next()).referral.purpose).toBe('Zpurpose');
  await receiver.run(
    'declineReferral',
    {
      referral,
      expectedVersion: 1,
      side: 'PERSON',
      reason: 'OTHER',
      comment: 'Zreason',
    },
    'referral { id }',
  );
  await listening.stop();
  const first = await client.data('{ beneficiaries(first: 1) { pageInfo { endCursor } } }');
  const after = first.beneficiaries.pageInfo.endCursor;
  expect(Buffer.from(after, 'base64url').toString()).toMatch(/quinquempoix/i);
  await client.data('query ($after: String) { beneficiaries(after: $after) { nodes { lastName } } }', {
    after,
  });

  // Errors of the client.
  const headers = { authorization: `Bearer ${client.token}`, 'apollo-require-preflight': '1' };
  const get = (path: string) => fetch(server.url + path, { headers });
  const search = encodeURIComponent('{ beneficiaries(filter: { search: "Zurl" }) { nodes { lastName } } }');
  await get(`/graphql?query=${search}`);
  await get(`/graphql?query=${search.slice(0, -12)}`);
  await get(`/graphql?after=${after}`);
  await get('/zurl/Zurl?name=Zurl');
  await get('/%Zurl');
  await client.post('{"query": "Zbody');
  await client.post({ query: 'query Zbody { zbody(name: "Zbody") }' });
  await client.post({
    query: 'query ($a: Int) { beneficiaries(first: $a) { nodes { id } } }',
    variables: { a: 'Zvariable' },
  });
  await client.run(
    'registerBeneficiary',
    {
      ...names,
      firstName: 'Zvariable\0',
      idempotencyKey: randomUUID(),
      birthDate: '1990-05-17',
      district: 'NORTH',
      informedOn: daysAgo(1),
    },
    'beneficiary { id }',
  );
  await Client.signIn(server.url, 'zmail@nowhere.test');
  await new Client(server.url, 'Zbody').send('{ viewer { role } }');
  const unknown = client.socket.iterate({ query: 'query Zbody { zbody(name: "Zbody") }' });
  await expect(unknown.next()).rejects.toHaveLength(1);

  // Errors of the hub: PostgreSQL's message quotes the row.
  await hub.owner(
    "alter table beneficiary add constraint zconstraint check (first_name <> 'Zconstraint') not valid",
  );
  await expect(registerPerson(client, { firstName: 'Zconstraint' })).rejects.toThrow(/Something went wrong/);
  await hub.owner('alter table name_key rename column key to keyed');
  const broken = 'query ($search: String) { beneficiaries(filter: { search: $search }) { nodes { id } } }';
  expect((await client.send(broken, { search: 'Zsearch' })).errors).toHaveLength(1);
  await hub.owner('alter table name_key rename column keyed to key');
  expect(await server.stop()).toBe(0);

  const log = server.output.join('\n');
  expect(log).not.toMatch(secrets);
  expect(log).not.toContain(after);
  expect(log).not.toContain(member.email);
  expect(log).not.toContain(client.token);

  const lines = server.output.filter((it) => it.startsWith('{')).map((it) => JSON.parse(it));
  const answered = lines.filter((it) => it.msg === 'answered');
  expect(answered.length).toBeGreaterThan(20);
  expect(answered).toContainEqual(
    expect.objectContaining({ method: 'POST', route: '/graphql', status: 200, ms: expect.any(Number) }),
  );
  expect(answered).toContainEqual(expect.objectContaining({ method: 'GET', status: 404 }));
  const bugs = lines.filter((it) => it.msg === 'bug');
  expect(bugs.map((it) => it.code)).toEqual(['23514', '42703']);
  for (const { number, frames } of bugs) {
    expect(number).toMatch(/^[0-9a-f-]{36}$/);
    expect(frames.length).toBeGreaterThan(0);
  }
});
