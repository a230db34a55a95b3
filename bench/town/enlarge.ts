import type pg from 'pg';
import { writeEvents, writePseudonyms } from './history.js';
import { nameCopies } from './names.js';
import { type PersonTable, personTables } from './person-tables.js';

/** How the demonstration town is enlarged. */
export interface Enlargement {
  /** How many times its persons there are: 1 is the demonstration town itself. */
  readonly copies: number;
  /** The hub's secret, on which fingerprints depend. */
  readonly secret: string;
  /** The names of the hub's event consumers. */
  readonly consumers: readonly string[];
}

/** Tables whose copies are not copied row by row: their rows follow from the copied persons. */
const derived = ['name_key', 'audit.subject'];

/** Columns of a copy that have a rule of their own. In the rules, `t` is the row and `copy` the number of the copy. */
const rules: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  beneficiary: {
    first_name: 'n.first_name',
    last_name: 'n.last_name',
    sort_name: 'n.sort_name',
    call_name: 'n.call_name',
    fingerprint: 'n.fingerprint',
  },
  referral: {
    reference: `left(t.reference, 5) || lpad((substr(t.reference, 6)::int + copy *
      (select max(substr(reference, 6)::int) from referral))::text, 6, '0')`,
  },
};

/**
 * Makes a large town from the demonstration town, in the database: the same numbers give the same rows. Partners,
 * members, services, lots and forums stay as they are. Every row that tells of a person, or belongs to such a row, is
 * copied, with other keys and another name.
 *
 * Triggers do not run, foreign keys included: {@link brokenReferences} checks these afterwards.
 * @param owner a superuser
 */
export async function enlargeTown(
  owner: pg.Client,
  { copies, secret, consumers }: Enlargement,
): Promise<void> {
  const tables = await personTables(owner);
  await owner.query(
    `set session_replication_role = replica; set maintenance_work_mem = '512MB'; set work_mem = '256MB'`,
  );
  const indexes = copies > 2 ? await dropIndexes(owner, [...tables.map(({ name }) => name), 'event']) : [];
  if (copies > 1) {
    await nameCopies(owner, copies - 1, secret);
    for (const table of tables) {
      if (!derived.includes(table.name)) await owner.query(copyStatement(table, copies - 1));
    }
    // The columns that a trigger fills are filled here.
    await owner.query(`insert into name_key (beneficiary_id, key, sort_name, initial, start)
      select b.id, key, b.sort_name, left(key, 1), left(key, 3) from beneficiary b cross join lateral access.name_keys(b.sort_name, b.call_name) key
      where not exists (select from name_key k where k.beneficiary_id = b.id)`);
    await owner.query("select setval('referral_number', (select count(*) from referral))");
  }
  await writePseudonyms(owner);
  await writeEvents(owner, consumers);
  for (const index of indexes) await owner.query(index);
  await owner.query('discard temp; reset all');
  await owner.query('vacuum analyze');
}

function copyStatement({ name, columns }: PersonTable, copies: number): string {
  const own = rules[name] ?? {};
  const values = columns.map(
    (column) => own[column.name] ?? (column.isRemapped ? keyOfCopy(`t.${column.name}`) : `t.${column.name}`),
  );
  const leading = columns.filter(({ leadsToPerson }) => leadsToPerson).map((column) => `t.${column.name}`);
  const isOfPerson = name === 'beneficiary' ? 'true' : `num_nonnulls(${leading.join(', ')}) > 0`;
  // By key, and so by time, as in a town in use: rows of one person do not lie side by side.
  return `insert into ${name} (${columns.map((column) => column.name).join(', ')})
    select ${values.join(', ')} from (select * from ${name} order by 1 offset 0) t
    cross join lateral generate_series(1, ${copies}) copy
    ${name === 'beneficiary' ? 'join naming n on n.person = t.id and n.number = copy' : ''} where ${isOfPerson}`;
}

/** The key of a copy: the time-ordered head of the key, and a digest of the key and the number of the copy. */
function keyOfCopy(key: string): string {
  return `(left(${key}::text, 20) || left(md5(${key}::text || copy), 15))::uuid`;
}

/** Drops the indexes that belong to no constraint. Returns the statements that create them again. */
async function dropIndexes(owner: pg.Client, tables: readonly string[]): Promise<string[]> {
  const { rows } = await owner.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i where i.indrelid = any ($1::regclass[])
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [tables],
  );
  for (const { name } of rows) await owner.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}
