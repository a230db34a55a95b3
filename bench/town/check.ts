import type pg from 'pg';

/** The foreign keys that are broken, each with the number of rows that lead nowhere. */
export async function brokenReferences(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ statement: string }>(
    `select format('select %L as name, count(*)::int as rows from %s child where %s and not exists (select from %s parent where %s)',
        c.conname, c.conrelid::regclass, string_agg(format('child.%I is not null', a.attname), ' and '),
        c.confrelid::regclass, string_agg(format('parent.%I = child.%I', f.attname, a.attname), ' and ')) as statement
     from pg_constraint c
     cross join unnest(c.conkey, c.confkey) it(own, foreign_key)
     join pg_attribute a on a.attrelid = c.conrelid and a.attnum = it.own
     join pg_attribute f on f.attrelid = c.confrelid and f.attnum = it.foreign_key
     where c.contype = 'f'
     group by c.oid, c.conname, c.conrelid, c.confrelid`,
  );
  const broken: string[] = [];
  for (const { statement } of rows) {
    const [found] = (await owner.query<{ name: string; rows: number }>(statement)).rows;
    if (found && found.rows > 0) broken.push(`${found.name}: ${found.rows}`);
  }
  return broken;
}
