import { describe, expect, it } from '@jest/globals';
import { testHub } from '../kit/hub.js';

/** Every column that the committee's database role may read, and why it does not reveal a person. */
const harmless: Readonly<Record<string, string>> = {
  'period.id': 'a number',
  'period.grain': 'a kind of span',
  'period.from': 'a day of the calendar',
  'period.until': 'a day of the calendar',
  'period.built_at': 'when facts were computed',
  'cell.period_id': 'a span of time',
  'cell.subject': 'a closed list',
  'cell.profile': 'a rank within its period',
  'cell.people': 'a count',
  'cell.district': 'a part of the town',
  'cell.age_band': 'a band of years',
  'cell.partner_id': 'a partner',
  'cell.to_partner_id': 'a partner',
  'cell.company_id': 'a company',
  'cell.status': 'a closed list',
  'cell.outcome_class': 'a closed list',
  'cell.decline_reason': 'a closed list',
  'cell.rows': 'a count',
  'cell.hours': 'a sum',
  'cell.accepted': 'a count',
  'cell.decided': 'a count',
  'cell.top_rows': 'a bound',
  'cell.top_hours': 'a bound',
  'answer.period_id': 'a span of time',
  'answer.partner_id': 'a partner',
  'answer.to_partner_id': 'a partner',
  'answer.district': 'a part of the town',
  'answer.age_band': 'a band of years',
  'answer.status': 'a closed list',
  'answer.decline_reason': 'a closed list',
  'answer.days': 'a number of days',
  'answer.answered': 'a count',
  'answer.waiting': 'a count',
  'fingerprint.period_id': 'a span of time',
  'fingerprint.subject': 'a closed list',
  'fingerprint.value': 'a checksum',
  'indicator.period_id': 'a span of time',
  'indicator.key': 'a closed list',
  'indicator.partner_id': 'a partner',
  'indicator.numerator': 'a sum',
  'indicator.denominator': 'a sum',
  'indicator.people': 'a count',
  'indicator.base': 'a count',
  'indicator.top': 'a bound',
  'indicator.companies': 'a count',
  'indicator.top_company': 'a share',
  'indicator.quantiles': 'numbers of days',
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

  it('cannot write, use another schema or call a function except answer_quantiles', async () => {
    const functions = await hub.owner<{ name: string }>(
      `select f.oid::regprocedure::text as name from pg_proc f join pg_namespace n on n.oid = f.pronamespace
       where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
         and has_schema_privilege('hub_committee', n.oid, 'usage')
         and has_function_privilege('hub_committee', f.oid, 'execute')`,
    );
    expect(functions).toEqual([{ name: 'committee.answer_quantiles(integer[],integer[],integer[])' }]);
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
