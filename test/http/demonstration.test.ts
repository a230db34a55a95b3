import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '../kit/client.js';
import { testHub } from '../kit/hub.js';
import type { SeededMember } from '../kit/town.js';

const hub = testHub();
let member: SeededMember;

beforeAll(async () => {
  member = await hub.town.member(await hub.town.partner('zebulon', 'INSTITUTION'), 'COORDINATOR');
});

function signIn(body: string, type = 'application/json'): Promise<Response> {
  return fetch(`${hub.url}/auth/demo`, { method: 'POST', headers: { 'content-type': type }, body });
}

describe('in demonstration mode', () => {
  it('the accounts are listed', async () => {
    const response = await fetch(`${hub.url}/auth/demo`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      accounts: [
        {
          member: `member_${member.key}`,
          email: member.email,
          name: expect.stringMatching(/^Member/),
          slug: 'zebulon',
          partner: 'The zebulon',
          role: 'COORDINATOR',
          invited: false,
        },
      ],
    });
  });

  it('anyone can sign in as any account', async () => {
    const response = await signIn(JSON.stringify({ email: member.email }));
    expect(response.status).toBe(200);
    const { accessToken } = (await response.json()) as { accessToken: string };
    const viewer = await new Client(hub.url, accessToken).data('{ viewer { role } }');
    expect(viewer).toEqual({ viewer: { role: 'COORDINATOR' } });
  });

  it('an account is found regardless of the case and blanks in its e-mail address', async () => {
    const response = await signIn(JSON.stringify({ email: ` ${member.email.toUpperCase()}` }));
    expect(response.status).toBe(200);
  });

  it('an unknown account is answered with 404', async () => {
    expect((await signIn('{"email":"nobody@nowhere.test"}')).status).toBe(404);
    expect((await signIn('{"email":"\' or true --"}')).status).toBe(404);
  });

  it.each([
    ['', 'application/json'],
    ['{', 'application/json'],
    ['null', 'application/json'],
    ['[]', 'application/json'],
    ['{}', 'application/json'],
    ['{"email":null}', 'application/json'],
    ['{"email":{}}', 'application/json'],
    ['{"email":""}', 'application/json'],
    ['{"email":"a\\u0000b"}', 'application/json'],
    [`{"email":"${'a'.repeat(201)}"}`, 'application/json'],
    ['{"__proto__":{},"email":"a"}', 'application/json'],
    ['{"email":"a"}', 'text/plain'],
    ['email=a', 'application/x-www-form-urlencoded'],
  ])('a malformed request is refused: %.40s', async (body, type) => {
    const response = await signIn(body, type);
    expect([400, 415]).toContain(response.status);
    expect(await response.text()).not.toMatch(/FST_|at .*\.js/);
  });
});
