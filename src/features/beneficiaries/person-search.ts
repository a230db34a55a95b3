import { me, personsSeen } from '../../access/policies.js';
import type { Found } from '../../graphql/read/declare.js';
import type { PersonSearch } from '../../graphql/read/search.js';
import { all, join, raw, type Sql, sql } from '../../graphql/read/sql.js';
import { compact, normalizeName } from './identity.js';
import { startLength } from './name-key.js';
import { spellingsNear } from './typing-errors.js';

/** The persons shared with the viewer's partner. */
export const seen = raw(personsSeen('IDENTITY'));

/** A search with more words than this matches only names in which the words follow each other. */
export const maxWords = 8;

/** Which rows of {@link NameKey} a search matches. */
interface NameSearch {
  /** The beginning of the key that it matches. */
  readonly beginning: string;
  /** Further words, with which other keys of the same person must begin. */
  readonly others: readonly string[];
}

/**
 * What a search matches. A name matches when the searched text begins at one of its words, whatever the spaces, or when
 * each searched word is the beginning of one of its words. A text without a letter or digit matches nobody.
 *
 * If nobody matches, typing errors are tolerated (see {@link spellingsNear}). Each spelling is looked up in the index of
 * keys. Trigrams (pg_trgm) would not help: their operators may not use an index before the row policy has been checked.
 */
function searchesFor(search: string): NameSearch[] {
  const whole = compact(search);
  if (!whole) return [];
  const words = normalizeName(search).split(' ');
  const [rarest, ...others] = words.length > 1 && words.length <= maxWords ? byLength(words) : [];
  return [{ beginning: whole, others: [] }, ...(rarest ? [{ beginning: rarest, others }] : [])];
}

/** The end of the keys with a beginning. */
const end = (beginning: string) => `${beginning}\u{10FFFF}`;

const begins = (key: Sql, beginning: string) => sql`${key} >= ${beginning} and ${key} < ${end(beginning)}`;

/** The keys that begin with a spelling near the search: from an index for each spelling, before the row policy. */
function keysNear(spellings: readonly string[]): Sql {
  return sql`unnest(${spellings}::text[], ${spellings.map(end)}::text[]) n(first, last)
    cross join lateral (select k.sort_name, k.beneficiary_id from name_key k
      where k.key >= n.first and k.key < n.last offset 0) k`;
}

/** Whether no visible key matches. */
const nobodyMatches = (matches: readonly Sql[]) =>
  all(matches.map((match) => sql`not exists (select from name_key k where ${match})`));

const withOthers = ({ others }: NameSearch) =>
  others.map(
    (word) =>
      sql`exists (select from name_key o
        where o.beneficiary_id = k.beneficiary_id and ${begins(sql`o.key`, word)} offset 0)`,
  );

/** Queries of the persons whom a search finds, and what they are made of. */
function personsFound(search: string) {
  const searches = searchesFor(search);
  const matches = searches.map((it) => all([begins(sql`k.key`, it.beginning), ...withOthers(it)]));
  const keys = matches.map((match) => sql`select k.beneficiary_id from name_key k where ${match}`);
  const near = spellingsNear(searches[0]?.beginning ?? '');
  if (near.length > 0)
    keys.push(sql`select k.beneficiary_id from ${keysNear(near)} where (select ${nobodyMatches(matches)})`);
  return { searches, matches, near, keys };
}

/** SQL condition: the search finds the person with this key, among the persons whom the viewer may see. */
export function isFound(person: Sql, search: string): Sql {
  return isIn(person, personsFound(search).keys);
}

const isIn = (person: Sql, keys: readonly Sql[]) =>
  keys.length === 0 ? sql`false` : sql`${person} in (${join(keys, ' union ')})`;

/** The persons whom a search finds: a condition, and for the order by name a query (see {@link NameKey}). */
export function foundBy(search: string, byName: boolean): Found {
  const { searches, matches, near, keys } = personsFound(search);
  return {
    where: (person) => isIn(person.column('id'), keys),
    inOrder: byName && searches.length > 0 ? inOrderOfNames(searches, matches, near) : undefined,
  };
}

/** The search for the audit and the limits; undefined for a text without a letter or digit, which finds nobody. */
export function searchBy(search: string): PersonSearch | undefined {
  const letters = compact(search).length;
  return letters > 0 ? { letters } : undefined;
}

/** A partner with at most so many sharings is searched person by person. */
const fewSharings = 200;

/**
 * The persons whom a search finds, in the order of names. For a partner with few persons, the keys of these persons are
 * read. For others, keys with the same first letters are read in the order of names, so that the first page of a
 * frequent name is found among the first keys. Each part begins with a condition on the number of sharings, so that only
 * one is executed. `case` keeps PostgreSQL from reading all matching keys from another index and sorting them.
 */
function inOrderOfNames(
  searches: readonly NameSearch[],
  matches: readonly Sql[],
  spellings: readonly string[],
): Sql {
  const order = sql`order by k.sort_name, k.beneficiary_id`;
  const found = sql`select k.sort_name, k.beneficiary_id as id from`;
  const among = searches.map((search, place) => {
    const { beginning, others } = search;
    const start = [...beginning].slice(0, startLength).join('');
    const near =
      [...start].length === startLength ? sql`k.start = ${start}` : sql`k.initial = ${[...start][0]}`;
    const match = sql`case when k.key >= ${beginning} then k.key < ${end(beginning)} else false end`;
    // Several words written as one begin so few keys that these are read and sorted.
    const isRare = searches.length > 1 && others.length === 0 && place === 0;
    const conditions = isRare ? [begins(sql`k.key`, beginning)] : [near, match, ...withOthers(search)];
    return sql`(${found} name_key k
      where ${all(conditions)} and not (select few from own) ${order})`;
  });
  const persons = sql`(select p.id from (${seen}) p(id) where (select few from own) limit ${raw(String(fewSharings))})`;
  const own = sql`(${found} ${persons} p join name_key k on k.beneficiary_id = p.id
    where (select few from own) and (${join(matches, ' or ')}) ${order})`;
  const parts = [...among, own];
  if (spellings.length > 0) {
    const nobody = sql`not exists (select from ${persons} p join name_key k on k.beneficiary_id = p.id where ${join(matches, ' or ')})
      and ((select few from own) or ${nobodyMatches(matches)})`;
    parts.push(sql`(${found} ${keysNear(spellings)} where (select ${nobody}) ${order})`);
  }
  return sql`with own as materialized (
      select count(*) <= ${raw(String(fewSharings))} as few from (
        select from sharing s where s.partner_id = ${raw(me)} and s.ended_at is null and not s.lapsed
        limit ${raw(String(fewSharings + 1))}) s)
    select distinct k.sort_name, k.id from (${join(parts, ' union all ')}) k order by k.sort_name, k.id`;
}

/**
 * The words, longest first, without words that are the beginning of another word. The longest word is usually the
 * rarest: the statement scans the names with that word, and checks short words such as `de` and `la` in these only.
 */
function byLength(words: readonly string[]): string[] {
  const sorted = [...words].sort((one, other) => other.length - one.length);
  return sorted.filter((word, at) => !sorted.slice(0, at).some((longer) => longer.startsWith(word)));
}
