import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DatabaseRole } from '../../src/database/database-role.js';
import { testHub } from '../kit/hub.js';
import { LoginConnection } from '../kit/login.js';
import { registerPerson, type SeededMember } from '../kit/town.js';

describe('rights.open_file', () => {
  const hub = testHub();
  let login: LoginConnection;
  let referent: SeededMember;
  let other: SeededMember;
  let person: string;

  const sessionOf = ({ key, partner }: SeededMember, role: string): DatabaseRole => ({
    role: 'hub_partner',
    variables: { 'app.member_id': key, 'app.partner_id': partner.key, 'app.role': role },
  });
  const opened = (databaseRole: DatabaseRole, then: string) =>
    login.tryAll(databaseRole, [['select rights.open_file($1)', [person]], [then]]);

  beforeAll(async () => {
    const [one, two] = [await hub.town.caseworker(), await hub.town.caseworker()];
    [referent, other] = [one.member, two.member];
    person = (await registerPerson(one.client)).slice('beneficiary_'.length);
    await registerPerson(one.client);
    await registerPerson(two.client);
    login = await LoginConnection.open(hub.ownerUrl);
  });
  afterAll(() => login.close());

  it.each(['CASEWORKER', 'PARTNER_ADMINISTRATOR', 'DATA_PROTECTION_OFFICER'])(
    'allows a %s of the referent and refuses the same role of another partner',
    async (role) => {
      const ask = 'select rights.open_file($1) as opened';
      expect((await login.try(sessionOf(referent, role), ask, [person])).rows).toEqual([{ opened: true }]);
      expect((await login.try(sessionOf(other, role), ask, [person])).rows).toEqual([{ opened: false }]);
    },
  );

  it('gives the officer the access of a caseworker until the transaction ends', async () => {
    const officer = sessionOf(referent, 'DATA_PROTECTION_OFFICER');
    const persons = 'select id from beneficiary order by id';
    expect((await login.try(officer, persons)).rows).toEqual([]);
    const caseworkers = (await login.try(sessionOf(referent, 'CASEWORKER'), persons)).rows;
    expect(caseworkers).toHaveLength(2);
    expect((await opened(officer, persons)).rows).toEqual(caseworkers);
    expect((await login.try(officer, persons)).rows).toEqual([]);
  });

  it('does not change the role of a viewer whom it refuses', async () => {
    const role = "select current_setting('app.role') as role";
    for (const name of ['COORDINATOR', 'CLAUSE_FACILITATOR', 'COMMITTEE_MEMBER', 'SUPERVISOR']) {
      expect((await opened(sessionOf(referent, name), role)).rows).toEqual([{ role: name }]);
    }
    const officer = sessionOf(other, 'DATA_PROTECTION_OFFICER');
    expect((await opened(officer, role)).rows).toEqual([{ role: 'DATA_PROTECTION_OFFICER' }]);
    const anonymous: DatabaseRole = { role: 'hub_partner', variables: {} };
    expect(
      (await opened(anonymous, "select coalesce(current_setting('app.role', true), '') as role")).rows,
    ).toEqual([{ role: '' }]);
    const committee = { ...officer, role: 'hub_committee' as const };
    expect((await opened(committee, role)).code).toBe('42501');
  });
});
