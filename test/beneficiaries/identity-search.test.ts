import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { registerPerson, type SeededPartner } from '../kit/town.js';

type Caseworker = { readonly partner: SeededPartner; readonly client: Client };

describe('a search by birth date or telephone number', () => {
  const hub = testHub();
  let csc: Caseworker;
  let stranger: Caseworker;
  let person: string;
  let contact: string;

  beforeAll(async () => {
    csc = await hub.town.caseworker();
    stranger = await hub.town.caseworker();
    person = await registerPerson(csc.client, { birthDate: '1971-03-04' });
    await registerPerson(csc.client, { birthDate: '1971-03-05' });
    contact = (
      await runCommand(
        csc.client,
        'addContact',
        validInput.addContact(person, { kind: 'PHONE', value: '06 39 98 11 22' }),
      )
    ).id;
  });
  const found = async (filter: object, { client }: { client: Client } = csc): Promise<string[]> => {
    const query =
      'query ($filter: BeneficiaryFilter) { beneficiaries(filter: $filter) { totalCount nodes { id } } }';
    const { beneficiaries } = await client.data(query, { filter });
    const ids = beneficiaries.nodes.map((it: { id: string }) => it.id);
    expect(beneficiaries.totalCount).toBe(ids.length);
    return ids;
  };

  it('finds the persons who were born on the day, whom the viewer sees', async () => {
    expect(await found({ birthDate: '1971-03-04' })).toEqual([person]);
    expect(await found({ birthDate: '1971-04-03' })).toEqual([]);
    expect(await found({ birthDate: '1971-03-04' }, stranger)).toEqual([]);
  });

  it('finds a number in each usual form, until it is removed', async () => {
    for (const phone of ['0639981122', '06.39.98.11.22', '+33 6 39 98 11 22', '0033639981122'])
      expect([phone, await found({ phone })]).toEqual([phone, [person]]);
    expect(await found({ phone: '0639981123' })).toEqual([]);
    expect(await found({ phone: '0639981122' }, stranger)).toEqual([]);
    expect(await found({ phone: '0639981122', birthDate: '1971-03-05' })).toEqual([]);
    const refused = await csc.client.send('{ beneficiaries(filter: { phone: "12" }) { nodes { id } } }');
    expect(refused.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    await runCommand(csc.client, 'removeContact', { contact });
    expect(await found({ phone: '0639981122' })).toEqual([]);
  });

  it('is recorded in the audit and limited as a short search, also with a name', async () => {
    const { member } = await hub.town.signedInMember(csc.partner);
    const client = await hub.as(member);
    const searches = async () =>
      (
        await hub.owner<{ found: number }>(
          `select found from audit.entry where via = 'SEARCH' and member_id = $1 order by id`,
          [member.key],
        )
      ).map((it) => it.found);
    const filters = [
      'birthDate: "1971-03-04"',
      'phone: "0639981122"',
      'search: "a name", birthDate: "1971-03-04"',
    ];
    for (const filter of filters)
      await client.data(`{ beneficiaries(filter: { ${filter} }) { totalCount } }`);
    expect(await searches()).toEqual([1, 0, 0]);
    const many = filters.map((filter, at) => `a${at}: beneficiaries(filter: { ${filter} }) { totalCount }`);
    let limited = 0;
    for (let round = 0; round < 80 && limited === 0; round++) {
      const { errors } = await client.send(`{ ${many.join(' ')} }`);
      if (errors?.[0]?.extensions?.['code'] === 'RATE_LIMITED') limited = round;
    }
    // 200 short searches an hour.
    expect(limited).toBeGreaterThan(50);
    expect(limited).toBeLessThan(72);
  });
});
