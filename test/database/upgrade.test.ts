import { afterAll, expect, it } from '@jest/globals';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { migrations } from '../../migrations/index.js';
import { ormOptions } from '../../src/database/database.js';
import { migrate } from '../../src/database/migrate.js';
import { entities } from '../../src/features/index.js';
import { asOwner } from '../kit/database.js';

const name = `upgrade_${process.pid}`;
const server = process.env['HUB_TEST_SERVER'] as string;

/** The last migration before what referrals say moved to a table of its own. */
const before = 'Migration20261127000002';

afterAll(async () => {
  await asOwner(server, async (owner) => {
    await owner.query(`drop database if exists ${name} with (force)`);
    await owner.query(`drop role if exists hub_login_${name}`);
  });
});

it('an upgrade keeps what referrals say, knows what was withdrawn, and keeps one form of numbers and addresses', async () => {
  await asOwner(server, (owner) => owner.query(`create database ${name}`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  const orm = await MikroORM.init({
    ...ormOptions(url.href, entities),
    extensions: [Migrator],
    migrations: { migrationsList: [...migrations], snapshot: false, transactional: true },
  });
  await orm.migrator.up({ to: before });
  await orm.close();
  const id = (last: number) => `00000000-0000-7000-8000-${String(last).padStart(12, '0')}`;
  await asOwner(url.href, async (owner) => {
    await owner.query(`
      insert into partner (id, slug, name, kind) values ('${id(1)}', 'csc', 'CSC', 'ASSOCIATION'), ('${id(2)}', 'relais', 'Relais', 'ASSOCIATION');
      insert into member (id, name, subject, email, role, partner_id) values ('${id(3)}', 'Nour', 'n', 'n@csc.test', 'CASEWORKER', '${id(1)}');
      insert into member (id, name, email, role, partner_id) values ('${id(11)}', 'Zoé', 'Zoé@Café.test', 'CASEWORKER', '${id(1)}'),
        ('${id(12)}', 'Ida', 'ida@café.test', 'CASEWORKER', '${id(1)}'), ('${id(13)}', 'Ida', 'ida@xn--caf-dma.test', 'CASEWORKER', '${id(1)}');
      insert into beneficiary (id, first_name, last_name, birth_date, district, referent_id, informed_on, fingerprint, sort_name, call_name, created_by_id)
        values ('${id(4)}', 'Amina', 'Diallo', '1990-05-17', 'NORTH', '${id(1)}', '2026-01-02', 'f', 'diallo amina', 'amina diallo', '${id(3)}');
      insert into contact (id, beneficiary_id, partner_id, author_id, created_at, kind, value, preferred)
        select v.id::uuid, '${id(4)}', '${id(1)}', '${id(3)}', v.at::timestamptz, v.kind::contact_kind, v.value, false
        from (values ('${id(14)}', '2026-01-03Z', 'PHONE', '0692123456'), ('${id(15)}', '2026-01-04Z', 'PHONE', '+262692123456'),
          ('${id(16)}', '2026-01-05Z', 'EMAIL', 'a@xn--caf-dma.test'), ('${id(17)}', '2026-01-06Z', 'EMAIL', 'A@Café.test')) v(id, at, kind, value);
      insert into referral (id, reference, beneficiary_id, from_id, to_id, purpose, priority, status, scope, sent_at, version, decline_side, decline_reason, decline_comment, created_by_id)
        values ('${id(5)}', '2026-000001', '${id(4)}', '${id(1)}', '${id(2)}', 'A course', 'ROUTINE', 'DECLINED', 'PATHWAY', now(), 2, 'PROVIDER', 'OTHER', 'Full', '${id(3)}');
      insert into referral_transition (id, referral_id, version, "from", "to", reason)
        values ('${id(6)}', '${id(5)}', 1, null, 'REQUESTED', null), ('${id(7)}', '${id(5)}', 2, 'REQUESTED', 'DECLINED', 'Full');
      insert into sharing (id, beneficiary_id, partner_id, scope, basis, until, ended_at, end_reason, granted_by_id, recorded_by_id, agreed_on)
        select v.id::uuid, '${id(4)}', '${id(2)}', 'PATHWAY', 'AGREEMENT', '2027-01-01', v.ended::timestamptz, v.reason, '${id(1)}', '${id(3)}', '2026-01-05'
        from (values ('${id(8)}', '2026-03-01Z', 'extended'), ('${id(9)}', '2026-04-01Z', null), ('${id(10)}', null, null)) v(id, ended, reason);`);
  });
  await migrate(url.href, entities);
  await asOwner(url.href, async (owner) => {
    const texts = await owner.query('select id, referral_id, change_id, text from referral_text order by id');
    expect(texts.rows).toEqual([
      { id: id(5), referral_id: id(5), change_id: null, text: 'A course' },
      { id: id(7), referral_id: id(5), change_id: id(7), text: 'Full' },
    ]);
    const accounts = await owner.query('select email from member order by id offset 1');
    expect(accounts.rows.map(({ email }) => email)).toEqual([
      'zoé@xn--caf-dma.test',
      // Both are there: an administrator knows which one is used.
      'ida@café.test',
      'ida@xn--caf-dma.test',
    ]);
    const contacts = await owner.query('select value from contact order by id');
    expect(contacts.rows.map(({ value }) => value)).toEqual(['+262692123456', '', 'a@xn--caf-dma.test', '']);
    const withdrawn = await owner.query('select id from sharing where withdrawn_at = ended_at');
    expect(withdrawn.rows).toEqual([{ id: id(9) }]);
  });
});
