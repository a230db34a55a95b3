import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { type DatabaseRole, systemRole } from '../../src/database/database-role.js';
import { runCommand, validInput } from '../kit/commands.js';
import { testHub } from '../kit/hub.js';
import { LoginConnection } from '../kit/login.js';
import { registerPerson } from '../kit/town.js';

describe('in SQL, partners’ own references of a person', () => {
  const hub = testHub();
  type Party = Awaited<ReturnType<typeof hub.town.caseworker>>;
  let login: LoginConnection;
  /** The referent, a partner with a reference of the person, one that sees the person too, and one that does not. */
  let referent: Party;
  let owner: Party;
  let other: Party;
  let stranger: Party;
  let person: string;
  let sharing: string;

  const keyOf = (id: string) => id.split('_')[1] as string;
  const as = ({ member, partner }: Party, role = 'CASEWORKER'): DatabaseRole => ({
    role: 'hub_partner',
    variables: { 'app.member_id': member.key, 'app.partner_id': partner.key, 'app.role': role },
  });
  const value = async (databaseRole: DatabaseRole, text: string, values: readonly unknown[]) => {
    const { rows, code } = await login.try(databaseRole, `select ${text} as it`, values);
    return code ?? rows[0]?.['it'];
  };
  const key = (role: DatabaseRole) =>
    value(role, 'access.partner_reference($1, $2)', [owner.partner.slug, person]);
  const found = (role: DatabaseRole) => value(role, 'access.referenced($1, $2)', [owner.partner.slug, 'X-1']);
  const rows = (role: DatabaseRole) => value(role, '(select count(*)::int from partner_reference)', []);
  const insert = async (role: DatabaseRole, partner: Party) => {
    const text =
      'insert into partner_reference (id, beneficiary_id, partner_id, reference) values ($1, $2, $3, $4)';
    const { code, count } = await login.try(role, text, [v7(), person, partner.partner.key, 'Y-1']);
    return code ?? count;
  };

  beforeAll(async () => {
    const parties = [];
    for (let n = 0; n < 4; n++) parties.push(await hub.town.caseworker());
    [referent, owner, other, stranger] = parties as [Party, Party, Party, Party];
    const id = await registerPerson(referent.client);
    const share = async ({ partner }: Party): Promise<string> => {
      const input = validInput.recordSharingAgreement(id, partner, { scope: 'IDENTITY' });
      return (await runCommand(referent.client, 'recordSharingAgreement', input)).id;
    };
    sharing = await share(owner);
    await share(other);
    await runCommand(owner.client, 'setOwnReference', { beneficiary: id, ownReference: 'X-1' });
    person = keyOf(id);
    login = await LoginConnection.open(hub.ownerUrl);
  });
  afterAll(() => login.close());

  it('are read by their own partner and by the referent, and by the key by all who see the person', async () => {
    for (const [party, expected] of [
      [owner, [1, 'X-1', person]],
      [referent, [1, 'X-1', person]],
      [other, [0, 'X-1', person]],
      [stranger, [0, null, null]],
    ] as const)
      expect([await rows(as(party)), await key(as(party)), await found(as(party))]).toEqual(expected);
  });

  it('are read by no role that does not read files', async () => {
    for (const role of ['COORDINATOR', 'COMMITTEE_MEMBER', 'DATA_PROTECTION_OFFICER', 'CLAUSE_FACILITATOR'])
      for (const party of [owner, referent]) {
        const databaseRole = as(party, role);
        expect([await rows(databaseRole), await key(databaseRole), await found(databaseRole)]).toEqual([
          0,
          null,
          null,
        ]);
      }
    expect([await rows(systemRole), await key(systemRole)]).toEqual(['42501', '42501']);
  });

  it('are written for the own partner only, while it sees the person; never changed or deleted directly', async () => {
    expect(await insert(as(other), other)).toBe(1);
    expect(await insert(as(other, 'DATA_PROTECTION_OFFICER'), other)).toBe('42501');
    for (const party of [other, referent]) expect(await insert(as(party), stranger)).toBe('42501');
    expect(await insert(as(stranger), stranger)).toBe('42501');
    for (const text of ["update partner_reference set reference = 'Z'", 'delete from partner_reference'])
      expect((await login.try(as(owner), text)).code).toBe('42501');
    const drop = (party: Party, reference: string | null) =>
      login.tryAll(as(party), [
        ['select rights.drop_reference($1, $2)', [person, reference]],
        ['select access.partner_reference($1, $2) as it', [owner.partner.slug, person]],
      ]);
    expect((await drop(owner, null)).rows).toEqual([{ it: null }]);
    for (const party of [other, referent])
      for (const reference of [null, 'X-1'])
        expect((await drop(party, reference)).rows).toEqual([{ it: 'X-1' }]);
  });

  it('are null by the key once the partner no longer sees the person; the referent still exports them', async () => {
    await runCommand(referent.client, 'withdrawSharing', { sharing });
    for (const [party, count] of [
      [owner, 0],
      [referent, 1],
      [other, 0],
    ] as const)
      expect([await rows(as(party)), await key(as(party)), await found(as(party))]).toEqual([
        count,
        null,
        null,
      ]);
  });
});
