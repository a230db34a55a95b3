import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import type { DatabaseRole } from '../../src/database/database-role.js';
import { type FullFixture, fullFixture } from '../kit/full-fixture.js';
import { testHub } from '../kit/hub.js';
import { type Attempt, LoginConnection } from '../kit/login.js';
import { daysAgo, registerPerson, type SeededMember, type SeededPartner } from '../kit/town.js';

/*
 * The worst case of faulty hub code: arbitrary SQL as `hub_partner`, with the session variables of a member.
 */

const refused: Partial<Attempt> = { code: '42501' };
const done: Partial<Attempt> = { count: 1 };
const nothing: Partial<Attempt> = { count: 0 };

type Row = Readonly<Record<string, unknown>>;

describe('in SQL, a member of a partner', () => {
  const hub = testHub();
  let login: LoginConnection;
  let inside: FullFixture;
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
  const insert = (table: string, row: Row): [string, unknown[]] => [
    `insert into ${table} (${Object.keys(row)
      .map((it) => `"${it}"`)
      .join(', ')}) values (${Object.keys(row).map((_, index) => `$${index + 1}`)})`,
    Object.values(row),
  ];
  const inserting = (by: SeededMember, table: string, row: Row) => login.try(as(by), ...insert(table, row));
  const inAYear = () => new Date(Date.now() + 300 * 86_400_000);

  const sharing = (by: SeededMember, to: SeededPartner, changes: Row = {}): Row => ({
    id: v7(),
    beneficiary_id: person,
    partner_id: to.key,
    scope: 'IDENTITY',
    basis: 'AGREEMENT',
    until: inAYear(),
    agreed_on: daysAgo(0),
    granted_by_id: by.partner.key,
    recorded_by_id: by.key,
    ...changes,
  });

  beforeAll(async () => {
    inside = await fullFixture(hub.town);
    referent = inside.referent.member;
    other = inside.other.member;
    stranger = (await hub.town.caseworker()).member;
    person = uuid(inside.ids.Beneficiary[0]);
    [unaccepted = '', accepted = ''] = inside.ids.Referral.map(uuid);
    login = await LoginConnection.open(hub.ownerUrl);
  });
  afterAll(() => login.close());

  describe('sharings', () => {
    it.each(['REFERENT', 'REFERRAL', 'AGREEMENT'])(
      'cannot give itself access on the basis %s',
      async (basis) => {
        for (const by of [stranger, other]) {
          const own = sharing(by, by.partner, { basis, scope: 'FOLLOW_UP', referral_id: unaccepted });
          expect(await inserting(by, 'sharing', own)).toMatchObject(refused);
          const asIfGranted = { ...own, granted_by_id: referent.partner.key };
          expect(await inserting(by, 'sharing', asIfGranted)).toMatchObject(refused);
          expect(
            await inserting(by, 'sharing', { ...asIfGranted, recorded_by_id: referent.key }),
          ).toMatchObject(refused);
        }
      },
    );

    it('grants by an accepted referral no greater scope, no longer time, and nothing after its end', async () => {
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
      expect(await inserting(other, 'sharing', granted({}))).toMatchObject(done);
      const tooFar = { scope: 'FOLLOW_UP' };
      const tooLong = { until: new Date(until.getTime() + 1) };
      for (const changes of [
        tooFar,
        tooLong,
        { until: null },
        { referral_id: unaccepted },
        { referral_id: v7() },
      ]) {
        expect(await inserting(other, 'sharing', granted(changes))).toMatchObject(refused);
      }
      const ended = await login.tryAll(as(other), [
        [
          'update sharing set ended_at = now(), ended_by_id = $2 where referral_id = $1',
          [accepted, other.key],
        ],
        insert('sharing', granted({})),
      ]);
      expect(ended).toMatchObject(refused);
    });

    it('cannot share a person that it does not see, with a greater scope than its own, or without an end', async () => {
      const [third] = [stranger.partner];
      expect(await inserting(referent, 'sharing', sharing(referent, third))).toMatchObject(done);
      expect(await inserting(referent, 'sharing', sharing(referent, third, { until: null }))).toMatchObject(
        refused,
      );
      expect(await inserting(stranger, 'sharing', sharing(stranger, other.partner))).toMatchObject(refused);
      const inAnothersName = sharing(other, third, { granted_by_id: referent.partner.key });
      expect(await inserting(other, 'sharing', inAnothersName)).toMatchObject(refused);
      const byAnother = sharing(other, third, { recorded_by_id: referent.key });
      expect(await inserting(other, 'sharing', byAnother)).toMatchObject(refused);

      const narrowed = await login.tryAll(as(other), [
        [
          "update sharing set ended_at = now(), ended_by_id = $1 where scope > 'IDENTITY' and partner_id = $2",
          [other.key, other.partner.key],
        ],
        insert('sharing', sharing(other, third, { scope: 'PATHWAY' })),
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

    it('can end a sharing that it has, granted or is the referent of, in its own name; and never reopen it', async () => {
      const end =
        'update sharing set ended_at = now(), ended_by_id = $1 where partner_id = $2 and ended_at is null';
      const ofOther = other.partner.key;
      const inForce = await login.try(as(referent), end, [referent.key, ofOther]);
      expect(inForce.count).toBeGreaterThan(1);
      expect(await login.try(as(stranger), end, [stranger.key, ofOther])).toMatchObject(nothing);
      expect(await login.try(as(other), end, [referent.key, ofOther])).toMatchObject(refused);
      expect(await login.try(as(other), end, [other.key, referent.partner.key])).toMatchObject(nothing);
      const again = 'update sharing set ended_at = null where partner_id = $1 and ended_at is not null';
      expect(await login.try(as(other), again, [ofOther])).toMatchObject(refused);
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
      expect(await inserting(stranger, 'beneficiary', row)).toMatchObject(done);
      const inAnothersName = [{ referent_id: referent.partner.key }, { created_by_id: referent.key }];
      for (const changes of inAnothersName) {
        expect(await inserting(stranger, 'beneficiary', { ...row, ...changes })).toMatchObject(refused);
      }
      expect(await login.try(as(stranger, 'COORDINATOR'), ...insert('beneficiary', row))).toMatchObject(
        refused,
      );
      expect(await login.try(as(referent), 'update beneficiary set first_name = first_name')).toMatchObject(
        refused,
      );
    });

    it('opens pathways and adds steps where it sees the pathways, in its own name only', async () => {
      const free = uuid(await registerPerson(inside.referent.client));
      const pathway = (by: SeededMember, changes: Row = {}) => ({
        id: v7(),
        beneficiary_id: free,
        partner_id: by.partner.key,
        objective: 'x',
        started_on: '2024-01-01',
        created_by_id: by.key,
        ...changes,
      });
      expect(await inserting(referent, 'pathway', pathway(referent))).toMatchObject(done);
      for (const row of [
        pathway(stranger),
        pathway(stranger, { partner_id: referent.partner.key }),
        pathway(other),
      ]) {
        expect(await inserting(stranger, 'pathway', row)).toMatchObject(refused);
      }
      for (const changes of [{ partner_id: other.partner.key }, { created_by_id: other.key }]) {
        expect(await inserting(referent, 'pathway', pathway(referent, changes))).toMatchObject(refused);
      }
      const step = (by: SeededMember, changes: Row = {}) => ({
        id: v7(),
        pathway_id: uuid(inside.ids.Pathway[0]),
        beneficiary_id: person,
        partner_id: by.partner.key,
        author_id: by.key,
        kind: 'OTHER',
        title: 'x',
        occurred_on: '2024-01-01',
        visibility: 'SHARED',
        ...changes,
      });
      expect(await inserting(other, 'step', step(other))).toMatchObject(done);
      expect(await inserting(stranger, 'step', step(stranger))).toMatchObject(refused);
      const wrong = [
        { partner_id: referent.partner.key },
        { author_id: referent.key },
        { beneficiary_id: free },
      ];
      for (const changes of wrong) {
        expect(await inserting(other, 'step', step(other, changes))).toMatchObject(refused);
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
    const shown = await login.try(as(referent), 'select distinct member_id from idempotency_key');
    expect(shown.rows).toEqual([{ member_id: referent.key }]);
    const row = { member_id: other.key, command: 'openPathway', key: 'x', input: 'x' };
    expect(await inserting(referent, 'idempotency_key', row)).toMatchObject(refused);
    const outcome = 'update idempotency_key set outcome = $1 where member_id = $2';
    expect(await login.try(as(referent), outcome, ['{}', other.key])).toMatchObject(nothing);
    expect(
      await login.try(as(referent), 'update idempotency_key set member_id = $1', [other.key]),
    ).toMatchObject(refused);
  });
});
