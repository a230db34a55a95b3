import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { validInput } from '../kit/commands.js';
import { sharedHub } from '../kit/hub.js';

const french = 'Il faut au moins une lettre.';
const english = 'Enter at least one letter.';

describe('the language of a refusal', () => {
  const hub = sharedHub();
  let client: Client;
  beforeAll(async () => {
    ({ client } = await hub.town.caseworker());
  });

  async function message(acceptLanguage: string | undefined): Promise<string> {
    const response = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${client.token}`,
        // By default, fetch accepts any language; an empty header is treated as a missing one.
        'accept-language': acceptLanguage ?? '',
      },
      body: JSON.stringify({
        query: `mutation ($input: RegisterBeneficiaryInput!) {
          registerBeneficiary(input: $input) { userErrors { message } } }`,
        variables: { input: validInput.registerBeneficiary({ firstName: '123' }) },
      }),
    });
    expect(response.status).toBe(200);
    const { data } = (await response.json()) as {
      data: { registerBeneficiary: { userErrors: { message: string }[] } };
    };
    return data.registerBeneficiary.userErrors[0]?.message ?? '';
  }

  it.each([
    [undefined, french],
    ['*', french],
    ['fr', french],
    ['fr-FR,fr;q=0.9,en;q=0.8', french],
    ['de, it;q=0.5', french],
    ['de, en;q=0.1', english],
    ['en', english],
    ['EN', english],
    ['en-GB', english],
    ['en-GB, fr', english],
    ['fr, en-GB', french],
    ['en;q=0.8, fr;q=0.9', french],
    ['fr;q=0.2, en;q=0.3', english],
    ['en;q=0', french],
    ['fr;q=0, en;q=0.1', english],
    ['en ; q=0.9 , fr;q=0.5', english],
    ['english', french],
    ['en;q=abc;;;,,', english],
    [`${'x,'.repeat(2000)}en`, english],
  ])('for Accept-Language %j is "%s"', async (acceptLanguage, expected) => {
    expect(await message(acceptLanguage)).toBe(expected);
  });

  it('is French when the request has no Accept-Language', async () => {
    const { request } = await import('node:http');
    const requestBody = JSON.stringify({
      query: `mutation ($input: WithdrawSharingInput!) { withdrawSharing(input: $input) { userErrors { message } } }`,
      variables: { input: { sharing: 'sharing_00000000-0000-7000-8000-000000000000' } },
    });
    const body = await new Promise<string>((resolve, reject) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${client.token}` };
      const outgoing = request(`${hub.url}/graphql`, { method: 'POST', headers }, async (response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk as Buffer);
        resolve(Buffer.concat(chunks).toString());
      });
      outgoing.on('error', reject).end(requestBody);
    });
    expect(JSON.parse(body).data.withdrawSharing.userErrors).toEqual([
      { message: 'Introuvable, ou hors de votre accès.' },
    ]);
  });
});
