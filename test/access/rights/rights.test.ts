import { beforeAll, describe, expect, it } from '@jest/globals';
import { type ActName, objectOf } from '../../kit/acts.js';
import type { Client } from '../../kit/client.js';
import { testHub } from '../../kit/hub.js';
import { type Insiders, insiders } from '../../kit/insiders.js';
import { inputsFor } from '../../kit/known-ids.js';
import { rights, roles, type Whose } from './table.js';

describe('the table of rights', () => {
  const hub = testHub();
  let inside: Insiders;
  const clients = new Map<string, Client>();

  beforeAll(async () => {
    inside = await insiders(hub.town);
    const stranger = await hub.town.partner();
    const partners = { own: inside.referent.partner, shared: inside.other.partner, other: stranger };
    for (const [whose, partner] of Object.entries(partners)) {
      for (const [letter, role] of Object.entries(roles)) {
        clients.set(`${whose} ${letter}`, (await hub.town.signedIn(partner, role)).client);
      }
    }
  });

  it('has a line for every act of the schema, and no other', async () => {
    const { client } = await hub.town.caseworker();
    const { __schema } = await client.data('{ __schema { mutationType { fields { name } } } }');
    const acts = __schema.mutationType.fields.map((it: { name: string }) => it.name);
    expect([...rights.keys()].sort()).toEqual(acts.sort());
  });

  it.each([...rights.keys()])('%s does for each role what it says', async (act) => {
    const found: Record<string, string> = {};
    for (const whose of ['own', 'shared', 'other'] as Whose[]) {
      found[whose] = '';
      for (const letter of Object.keys(roles)) {
        const input = inputsFor(inside, inside.facilitator.partner)[act as ActName];
        const client = clients.get(`${whose} ${letter}`) as Client;
        const { userErrors } = await client.act(act, input, `${objectOf[act as ActName]} { __typename }`);
        const passed = !userErrors.some((it: { code: string }) => it.code === 'NOT_FOUND');
        found[whose] += passed ? letter : '-';
      }
    }
    expect(found).toEqual(rights.get(act));
  });
});
