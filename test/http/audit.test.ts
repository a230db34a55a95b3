import { expect, it } from '@jest/globals';
import { auditServer } from 'graphql-http';
import { testHub } from '../kit/hub.js';

const hub = testHub();

it('conforms to the GraphQL over HTTP specification', async () => {
  const { client } = await hub.town.caseworker();
  const results = await auditServer({
    url: `${hub.url}/graphql`,
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...init.headers, authorization: `Bearer ${client.token}` } }),
  });
  const named = (status: string) =>
    results.filter((it) => it.status === status).map((it) => `${it.id} ${it.name}`);
  console.info(
    `audit of graphql-http: ${named('ok').length} ok, ${named('notice').length} notices, ${named('warn').length} warnings`,
  );
  expect(named('error')).toEqual([]);
  expect(named('ok').length).toBeGreaterThan(50);
});
