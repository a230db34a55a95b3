import { beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { asOwner } from '../kit/database.js';
import { testHub } from '../kit/hub.js';
import type { SeededPartner } from '../kit/town.js';

describe('the database role hub_setup', () => {
  const hub = testHub();

  /** Runs statements as the role and rolls them back. Returns PostgreSQL's error code, or `done`. */
  const attempt = (...statements: readonly [sql: string, ...values: unknown[]][]) =>
    asOwner(hub.ownerUrl, async (owner) => {
      await owner.query('begin; set local role hub_setup');
      try {
        for (const [sql, ...values] of statements) await owner.query(sql, values);
        return 'done';
      } catch (error) {
        return (error as { code: string }).code;
      }
    });
  const partner = (kind: string): [string, ...unknown[]] => [
    'insert into partner (id, slug, name, kind) values ($1, $1::uuid::text, $1::uuid::text, $2)',
    v7(),
    kind,
  ];
  const member = (role: string, { key }: SeededPartner): [string, ...unknown[]] => [
    `insert into member (id, name, email, role, partner_id) values ($1, 'Nour', $2, $3, $4)`,
    v7(),
    `${v7()}@town.test`,
    role,
    key,
  ];

  it('creates the town, and no other partner', async () => {
    expect(await attempt(partner('ASSOCIATION'))).toBe('42501');
    expect(await attempt(partner('TOWN'))).toBe('done');
    expect(await attempt(partner('TOWN'), partner('TOWN'))).toBe('42501');
    await hub.town.partner();
    expect(await attempt(partner('TOWN'))).toBe('42501');
  });

  describe('at a partner', () => {
    let town: SeededPartner;
    let association: SeededPartner;
    beforeAll(async () => {
      association = await hub.town.partner();
      town = await hub.town.partner(undefined, 'TOWN');
    });

    it('creates the first administrator, and the first coordinator of the town', async () => {
      for (const role of ['PARTNER_ADMINISTRATOR', 'COORDINATOR']) {
        expect(await attempt(member(role, town))).toBe('done');
        await hub.town.member(town, role);
        expect(await attempt(member(role, town))).toBe('42501');
      }
      expect(await attempt(member('PARTNER_ADMINISTRATOR', association))).toBe('done');
      expect(await attempt(member('COORDINATOR', association))).toBe('42501');
      expect(await attempt(member('CASEWORKER', association))).toBe('42501');
    });

    it('changes the role of a member only to administrator', async () => {
      const { key } = await hub.town.member(association);
      const change = (role: string): [string, ...unknown[]] => [
        'update member set role = $2 where id = $1',
        key,
        role,
      ];
      expect(await attempt(change('PARTNER_ADMINISTRATOR'))).toBe('done');
      expect(await attempt(change('DATA_PROTECTION_OFFICER'))).toBe('42501');
      expect(await attempt(['update member set email = $2 where id = $1', key, 'a@b.test'])).toBe('42501');
      expect(await attempt(['delete from member where id = $1', key])).toBe('42501');
    });

    it('writes only events about members, without an author', async () => {
      const event = (topic: string): [string, ...unknown[]] => [
        "insert into event (id, partner_id, topic, kind, subject) values ($1, $2, $3, 'INVITED', $1)",
        v7(),
        town.key,
        topic,
      ];
      expect(await attempt(event('MEMBER'))).toBe('done');
      expect(await attempt(event('REFERRAL'))).toBe('42501');
      const withAuthor = 'insert into event (id, partner_id, topic, kind, subject, by_id) values';
      expect(await attempt([`${withAuthor} ($1, $2, 'MEMBER', 'INVITED', $1, $2)`, v7(), town.key])).toBe(
        '42501',
      );
    });
  });

  it('has no right on any other table', async () => {
    const tables = await hub.owner<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relkind in ('r', 'p', 'v', 'm', 'f')
         and (has_table_privilege('hub_setup', c.oid, 'select, insert, update, delete, truncate, references, trigger')
           or has_any_column_privilege('hub_setup', c.oid, 'select, insert, update, references')) order by 1`,
    );
    expect(tables.map(({ name }) => name)).toEqual(['event', 'member', 'partner']);
  });
});
