import type pg from 'pg';

/** A table whose rows tell of a person, or belong to such a row. */
export interface PersonTable {
  /** Its name, qualified and quoted where SQL needs it. */
  readonly name: string;
  readonly columns: readonly Column[];
}

export interface Column {
  /** Its name, quoted where SQL needs it. */
  readonly name: string;
  /** Whether a foreign key leads from it to another of these tables. */
  readonly leadsToPerson: boolean;
  /** Whether it has a key of these tables, its own or another's, so that a copy gets another key. */
  readonly isRemapped: boolean;
}

/**
 * The tables from which foreign keys lead to `beneficiary`, directly or through other tables, with `beneficiary`
 * itself. A uuid in them is remapped unless a foreign key leads from it to a table that is not copied, such as
 * `partner`.
 */
const closure = `
with recursive person_table(id) as (
  select 'beneficiary'::regclass::oid
  union
  select conrelid from pg_constraint join person_table on confrelid = person_table.id where contype = 'f'
), reference as (
  select c.conrelid, attnum, bool_or(p.id is not null) as inside, bool_or(p.id is null) as outside
  from pg_constraint c cross join unnest(c.conkey) attnum left join person_table p on p.id = c.confrelid
  where c.contype = 'f'
  group by c.conrelid, attnum
)
select t.id::regclass::text as table, quote_ident(a.attname) as column, coalesce(r.inside, false) as "leadsToPerson",
  a.atttypid = 'uuid'::regtype and not coalesce(r.outside, false) as "isRemapped"
from person_table t
join pg_attribute a on a.attrelid = t.id and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
left join reference r on r.conrelid = t.id and r.attnum = a.attnum
order by t.id::regclass::text, a.attnum`;

/** Reads the tables of persons from the catalogue, so that a new one needs no change here. */
export async function personTables(owner: pg.Client): Promise<PersonTable[]> {
  const { rows } = await owner.query<{ table: string; column: string } & Omit<Column, 'name'>>(closure);
  const tables = new Map<string, Column[]>();
  for (const { table, column, ...rest } of rows) {
    tables.set(table, [...(tables.get(table) ?? []), { name: column, ...rest }]);
  }
  return [...tables].map(([name, columns]) => ({ name, columns }));
}
