import { describe, expect, it } from '@jest/globals';
import { testHub } from '../kit/hub.js';

/** Every column that the committee's database role may read, and why it does not reveal a person. */
const harmless: Readonly<Record<string, string>> = {
  'release.id': 'a number',
  'release.as_of': 'a day of the calendar',
  'release.since': 'a day of the calendar',
  'release.made_at': 'when it was made',
  'release.level': 'a closed list',
  'release.partners': 'partners',
  'release.missing': 'partners',
  'release.accompanying': 'partners',
  'release.committed_hours': 'hours of public contracts',
  'release.definitions': 'numbers of versions and days',
  'cell.release_id': 'a release',
  'cell.subject': 'a closed list',
  'cell.period': 'a span of time',
  'cell.split': 'closed lists',
  'cell.place': 'values of closed lists, partners, companies',
  'cell.people': 'a noisy number',
  'cell.further': 'a noisy number',
  'cell.hours': 'a noisy number',
  'cell.dominated': 'about companies',
  'closed_year.year': 'a year',
  'closed_year.subject': 'a closed list',
  'closed_year.revision': 'a number',
  'closed_year.made_at': 'when it was closed',
  'closed_year.reason': 'a text that the committee reads',
  'closed_year.figures': 'protected figures',
  'activity.release_id': 'a release',
  'activity.partner_id': 'a partner',
  'activity.subject': 'a closed list',
  'activity.period': 'a span of time',
  'activity.figures': 'figures that partners protect and report',
  'distinct_count.period': 'a span of time',
  'distinct_count.partners': 'partners',
  'distinct_count.people': 'a noisy number',
  'partner.id': 'a partner',
  'partner.name': 'a partner',
  'company.id': 'a company',
  'company.name': 'a company',
};

describe('the database role of the committee', () => {
  const hub = testHub();

  it('reads only the columns that are declared harmless, in the schema committee', async () => {
    const columns = await hub.owner<{ schema: string; name: string }>(
      `select n.nspname as schema, c.relname || '.' || a.attname as name
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where a.attnum > 0 and not a.attisdropped and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
         and c.relkind = any (array['r', 'p', 'v', 'm', 'f']::"char"[])
         and has_column_privilege('hub_committee', c.oid, a.attnum, 'select')
         and has_schema_privilege('hub_committee', n.oid, 'usage')`,
    );
    expect([...new Set(columns.map(({ schema }) => schema))]).toEqual(['committee']);
    expect(columns.map(({ name }) => name).sort()).toEqual(Object.keys(harmless).sort());
  });

  it('cannot write, use another schema or call a function', async () => {
    const functions = await hub.owner<{ name: string }>(
      `select f.oid::regprocedure::text as name from pg_proc f join pg_namespace n on n.oid = f.pronamespace
       where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
         and has_schema_privilege('hub_committee', n.oid, 'usage')
         and has_function_privilege('hub_committee', f.oid, 'execute')`,
    );
    expect(functions).toEqual([]);
    const schemas = await hub.owner<{ name: string }>(
      `select nspname as name from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'
         and has_schema_privilege('hub_committee', oid, 'usage')`,
    );
    expect(schemas).toEqual([{ name: 'committee' }]);
    const rights = await hub.owner(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relkind = any (array['r', 'p', 'v', 'm']::"char"[])
         and has_table_privilege('hub_committee', c.oid, 'insert, update, delete, truncate, references, trigger')`,
    );
    expect(rights).toEqual([]);
  });
});
