import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import type { DatabaseRole } from '../../src/database/database-role.js';
import { type FullFixture, fullFixture } from '../kit/full-fixture.js';
import { testHub } from '../kit/hub.js';
import { LoginConnection, type StatementResult } from '../kit/login.js';
import { daysAgo, registerPerson, type SeededMember, type SeededPartner } from '../kit/town.js';

/*
 * Simulates the worst defect of the hub's code: arbitrary SQL as `hub_partner` with a member's session variables.
 */

const refused: Partial<StatementResult> = { code: '42501' };
const oneRow: Partial<StatementResult> = { count: 1 };
const noRows: Partial<StatementResult> = { count: 0 };

type Row = Readonly<Record<string, unknown>>;

describe('in SQL, a member of a partner', () => {
  const hub = testHub();
  let login: LoginConnection;
  let fixture: FullFixture;
  /** The partner that registered the person; the receiver of a referral; an unrelated partner. */
  let referent: SeededMember;
  let other: SeededMember;
  let stranger: SeededMember;
  let person: string;
  let unaccepted: string;
  let accepted: string;

  const as = ({ key, partner }: SeededMember, role = 'CASEWORKER'): DatabaseRole => ({
    role: 'hub_partner',
    variables: { 'app.member_id': key, 'app.partner_id': partner.key, 'app.role': role },
  });
  const uuid = (id = '') => id.slice(id.indexOf('_') + 1);
  const insertStatement = (table: string, row: Row): [string, unknown[]] => [
    `insert into ${table} (${Object.keys(row)
      .map((it) => `"${it}"`)
      .join(', ')}) values (${Object.keys(row).map((_, index) => `$${index + 1}`)})`,
    Object.values(row),
  ];
  const insertAs = (by: SeededMember, table: string, row: Row) =>
    login.try(as(by), ...insertStatement(table, row));
  const in300Days = () => new Date(Date.now() + 300 * 86_400_000);

  const sharing = (by: SeededMember, to: SeededPartner, changes: Row = {}): Row => ({
    id: v7(),
    beneficiary_id: person,
    partner_id: to.key,
    scope: 'IDENTITY',
    basis: 'AGREEMENT',
    until: in300Days(),
    agreed_on: daysAgo(0),
    granted_by_id: by.partner.key,
    recorded_by_id: by.key,
    ...changes,
  });

  beforeAll(async () => {
    fixture = await fullFixture(hub.town);
    referent = fixture.referent.member;
    other = fixture.other.member;
    stranger = (await hub.town.caseworker()).member;
    person = uuid(fixture.ids.Beneficiary[0]);
    [unaccepted = '', accepted = ''] = fixture.ids.Referral.map(uuid);
    login = await LoginConnection.open(hub.ownerUrl);
  });
  afterAll(() => login.close());

  describe('sharings', () => {
    it.each(['REFERENT', 'REFERRAL', 'AGREEMENT'])(
      'cannot give itself access on the basis %s',
      async (basis) => {
        for (const by of [stranger, other]) {
          const grantedByItself = sharing(by, by.partner, {
            basis,
            scope: 'FOLLOW_UP',
            referral_id: unaccepted,
          });
          expect(await insertAs(by, 'sharing', grantedByItself)).toMatchObject(refused);
          const grantedByReferent = { ...grantedByItself, granted_by_id: referent.partner.key };
          expect(await insertAs(by, 'sharing', grantedByReferent)).toMatchObject(refused);
          expect(
            await insertAs(by, 'sharing', { ...grantedByReferent, recorded_by_id: referent.key }),
          ).toMatchObject(refused);
        }
      },
    );

    it('grants by an accepted referral no greater scope, no longer time, and nothing after the sharing has ended', async () => {
      const [{ until, scope }] = (await hub.owner(
        'select until, scope from sharing where referral_id = $1 and ended_at is null',
        [accepted],
      )) as [{ until: Date; scope: string }];
      expect(scope).toBe('PATHWAY');
      const granted = (changes: Row) =>
        sharing(other, other.partner, {
          basis: 'REFERRAL',
          scope,
          referral_id: accepted,
          granted_by_id: referent.partner.key,
          until,
          ...changes,
        });
      expect(await insertAs(other, 'sharing', granted({}))).toMatchObject(oneRow);
      const greaterScope = { scope: 'FOLLOW_UP' };
      const laterEnd = { until: new Date(until.getTime() + 1) };
      for (const changes of [
        greaterScope,
        laterEnd,
        { until: null },
        { referral_id: unaccepted },
        { referral_id: v7() },
      ]) {
        expect(await insertAs(other, 'sharing', granted(changes))).toMatchObject(refused);
      }
      const ended = await login.tryAll(as(other), [
        [
          'update sharing set ended_at = now(), ended_by_id = $2 where referral_id = $1',
          [accepted, other.key],
        ],
        insertStatement('sharing', granted({})),
      ]);
      expect(ended).toMatchObject(refused);
    });

    it('cannot share a person that it does not see, with a greater scope than its own, or without an end', async () => {
      const [third] = [stranger.partner];
      expect(await insertAs(referent, 'sharing', sharing(referent, third))).toMatchObject(oneRow);
      expect(await insertAs(referent, 'sharing', sharing(referent, third, { until: null }))).toMatchObject(
        refused,
      );
      expect(await insertAs(stranger, 'sharing', sharing(stranger, other.partner))).toMatchObject(refused);
      const grantedByAnother = sharing(other, third, { granted_by_id: referent.partner.key });
      expect(await insertAs(other, 'sharing', grantedByAnother)).toMatchObject(refused);
      const recordedByAnother = sharing(other, third, { recorded_by_id: referent.key });
      expect(await insertAs(other, 'sharing', recordedByAnother)).toMatchObject(refused);

      const narrowed = await login.tryAll(as(other), [
        [
          "update sharing set ended_at = now(), ended_by_id = $1 where scope > 'IDENTITY' and partner_id = $2",
          [other.key, other.partner.key],
        ],
        insertStatement('sharing', sharing(other, third, { scope: 'PATHWAY' })),
      ]);
      expect(narrowed).toMatchObject(refused);
    });

    it.each([
      'scope',
      'until',
      'partner_id',
      'beneficiary_id',
      'basis',
      'since',
      'referral_id',
      'granted_by_id',
    ])('cannot change the %s of a sharing', async (column) => {
      expect(await login.try(as(referent), `update sharing set ${column} = ${column}`)).toMatchObject(
        refused,
      );
    });

    it('ends in its own name a sharing that it has or granted, or of a person whose referent it is; cannot reopen it', async () => {
      const end =
        'update sharing set ended_at = now(), ended_by_id = $1 where partner_id = $2 and ended_at is null';
      const otherPartner = other.partner.key;
      const inForce = await login.try(as(referent), end, [referent.key, otherPartner]);
      expect(inForce.count).toBeGreaterThan(1);
      expect(await login.try(as(stranger), end, [stranger.key, otherPartner])).toMatchObject(noRows);
      expect(await login.try(as(other), end, [referent.key, otherPartner])).toMatchObject(refused);
      expect(await login.try(as(other), end, [other.key, referent.partner.key])).toMatchObject(noRows);
      const reopen = 'update sharing set ended_at = null where partner_id = $1 and ended_at is not null';
      expect(await login.try(as(other), reopen, [otherPartner])).toMatchObject(refused);
    });
  });

  describe('case files', () => {
    it('registers a person for its own partner and in its own name only', async () => {
      const row = {
        id: v7(),
        first_name: 'A',
        last_name: 'B',
        birth_date: '1990-01-01',
        district: 'NORTH',
        referent_id: stranger.partner.key,
        informed_on: '2024-01-01',
        fingerprint: 'x',
        sort_name: 'b a',
        call_name: 'a b',
        created_by_id: stranger.key,
      };
      expect(await insertAs(stranger, 'beneficiary', row)).toMatchObject(oneRow);
      const inTheNameOfAnother = [{ referent_id: referent.partner.key }, { created_by_id: referent.key }];
      for (const changes of inTheNameOfAnother) {
        expect(await insertAs(stranger, 'beneficiary', { ...row, ...changes })).toMatchObject(refused);
      }
      expect(
        await login.try(as(stranger, 'COORDINATOR'), ...insertStatement('beneficiary', row)),
      ).toMatchObject(refused);
      expect(await login.try(as(referent), 'update beneficiary set first_name = first_name')).toMatchObject(
        refused,
      );
    });

    it('opens pathways and adds steps in its own name only, for persons whose pathways it sees', async () => {
      const otherPerson = uuid(await registerPerson(fixture.referent.client));
      const pathway = (by: SeededMember, changes: Row = {}) => ({
        id: v7(),
        beneficiary_id: otherPerson,
        partner_id: by.partner.key,
        objective: 'x',
        started_on: '2024-01-01',
        created_by_id: by.key,
        ...changes,
      });
      expect(await insertAs(referent, 'pathway', pathway(referent))).toMatchObject(oneRow);
      for (const row of [
        pathway(stranger),
        pathway(stranger, { partner_id: referent.partner.key }),
        pathway(other),
      ]) {
        expect(await insertAs(stranger, 'pathway', row)).toMatchObject(refused);
      }
      for (const changes of [{ partner_id: other.partner.key }, { created_by_id: other.key }]) {
        expect(await insertAs(referent, 'pathway', pathway(referent, changes))).toMatchObject(refused);
      }
      const step = (by: SeededMember, changes: Row = {}) => ({
        id: v7(),
        pathway_id: uuid(fixture.ids.Pathway[0]),
        beneficiary_id: person,
        partner_id: by.partner.key,
        author_id: by.key,
        kind: 'OTHER',
        title: 'x',
        occurred_on: '2024-01-01',
        visibility: 'SHARED',
        ...changes,
      });
      expect(await insertAs(other, 'step', step(other))).toMatchObject(oneRow);
      expect(await insertAs(stranger, 'step', step(stranger))).toMatchObject(refused);
      const invalidChanges = [
        { partner_id: referent.partner.key },
        { author_id: referent.key },
        { beneficiary_id: otherPerson },
      ];
      for (const changes of invalidChanges) {
        expect(await insertAs(other, 'step', step(other, changes))).toMatchObject(refused);
      }
    });
  });

  it('cannot delete or truncate anything, not even its own rows', async () => {
    const tables = await hub.owner<{ name: string }>(
      `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
       where schemaname !~ '^pg_' and schemaname <> 'information_schema'`,
    );
    expect(tables.length).toBeGreaterThan(10);
    for (const { name } of tables) {
      expect([name, (await login.try(as(referent), `delete from ${name}`)).code]).toEqual([name, '42501']);
      expect([name, (await login.try(as(referent), `truncate ${name}`)).code]).toEqual([name, '42501']);
    }
  });

  it('sees only its own idempotency keys, and cannot write one for a colleague', async () => {
    const visible = await login.try(as(referent), 'select distinct member_id from idempotency_key');
    expect(visible.rows).toEqual([{ member_id: referent.key }]);
    const row = { member_id: other.key, command: 'openPathway', key: 'x', input: 'x' };
    expect(await insertAs(referent, 'idempotency_key', row)).toMatchObject(refused);
    const outcome = 'update idempotency_key set outcome = $1 where member_id = $2';
    expect(await login.try(as(referent), outcome, ['{}', other.key])).toMatchObject(noRows);
    expect(
      await login.try(as(referent), 'update idempotency_key set member_id = $1', [other.key]),
    ).toMatchObject(refused);
  });
});
