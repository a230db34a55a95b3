import { hkdfSync } from 'node:crypto';
import type pg from 'pg';
import { normalizeName } from '../../src/features/beneficiaries/identity.js';

/** A step through the combinations of names. A prime above their number, so that it visits each of them once. */
const step = 1_000_000_007;

/**
 * Creates the temporary table `naming` with a name and a fingerprint for each copy of each person: a combination of
 * a first and a last name of the town. Persons who are born on the same day get different names, so no two
 * fingerprints are equal.
 */
export async function nameCopies(owner: pg.Client, copies: number, secret: string): Promise<void> {
  const firsts = await nameTable(owner, 'first_name');
  const lasts = await nameTable(owner, 'last_name');
  const { inner, outer } = hmacKeys(secret);
  const identity = `replace(f.normal, ' ', '') || E'\\n' || replace(l.normal, ' ', '') || E'\\n' || d.birth_date`;
  await owner.query(`
    create temp table naming as
    with slot as (
      select id, copy, birth_date, row_number() over (partition by birth_date order by id, copy) as slot
      from beneficiary, generate_series(1, ${copies}) copy
    ), candidate as (
      select d.birth_date, i, f.name as first_name, l.name as last_name, l.normal || ' ' || f.normal as sort_name,
        f.normal || ' ' || l.normal as call_name,
        translate(encode(sha256(${outer} || sha256(${inner} || convert_to(${identity}, 'UTF8'))), 'base64'), '+/=', '-_')
          as fingerprint
      from (select birth_date, count(*) as persons from beneficiary group by birth_date) d
      cross join lateral generate_series(1, d.persons * (${copies} + 1)) i
      cross join lateral (select (('x' || left(md5(d.birth_date::text), 8))::bit(32)::bigint + i * ${step})
        % ${firsts * lasts} as place) p
      join bench_first_name f on f.number = place % ${firsts}
      join bench_last_name l on l.number = place / ${firsts}
    ), free as (
      select c.*, row_number() over (partition by birth_date order by i) as slot
      from candidate c where not exists (select from beneficiary b where b.fingerprint = c.fingerprint)
    )
    select s.id as person, s.copy as number, f.first_name, f.last_name, f.sort_name, f.call_name, f.fingerprint
    from slot s join free f using (birth_date, slot)`);
  await owner.query('create unique index on naming (person, number)');
  await owner.query('analyze naming');
}

/** Creates a temporary table with the distinct names of a column, and returns their number. */
async function nameTable(owner: pg.Client, column: string): Promise<number> {
  const { rows } = await owner.query<{ name: string }>(
    `select distinct ${column} as name from beneficiary order by 1`,
  );
  // Spellings that the fingerprint does not distinguish count once.
  const names = new Map(rows.map(({ name }) => [normalizeName(name).replaceAll(' ', ''), name]));
  await owner.query(`create temp table bench_${column} (number bigint primary key, name text, normal text)`);
  await owner.query(
    `insert into bench_${column} select number - 1, name, normal
     from unnest($1::text[], $2::text[]) with ordinality it(name, normal, number)`,
    [[...names.values()], [...names.values()].map(normalizeName)],
  );
  return names.size;
}

/** The two keys of HMAC-SHA-256 as SQL literals. See `fingerprint` of the beneficiaries. */
function hmacKeys(secret: string): { inner: string; outer: string } {
  const key = Buffer.alloc(64);
  key.set(Buffer.from(hkdfSync('sha256', secret, '', 'beneficiary fingerprint', 32)));
  const literal = (mask: number) =>
    `'\\x${Buffer.from(key.map((byte) => byte ^ mask)).toString('hex')}'::bytea`;
  return { inner: literal(0x36), outer: literal(0x5c) };
}
