import { Args, ArgsType, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { me, personsSeen } from '../../access/policies.js';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { closedSet } from '../../graphql/enum.js';
import { keyOf } from '../../graphql/ids.js';
import { type Found, Reads, type RowQuery, selectMany, selectOne } from '../../graphql/read/declare.js';
import { orderBy } from '../../graphql/read/order.js';
import type { Row } from '../../graphql/read/row.js';
import { type PersonSearch, SearchesPersons } from '../../graphql/read/search.js';
import { all, join, raw, type Sql, sql } from '../../graphql/read/sql.js';
import { DateScalar } from '../../graphql/scalars.js';
import { Beneficiary, District, personNow } from './beneficiary.js';
import { compact, normalizeName } from './identity.js';
import { startLength } from './name-key.js';
import { hasPhone, phoneIn } from './phone-search.js';
import { spellingsNear } from './typing-errors.js';

const BeneficiaryOrder = closedSet('BeneficiaryOrder', 'The order of a list of persons.', {
  NAME: 'By last name, then first name.',
  NEWEST: 'By registration, newest first.',
});
type BeneficiaryOrder = keyof typeof BeneficiaryOrder;

@InputType({ description: 'Conditions on persons. A person must meet all conditions that are given.' })
class BeneficiaryFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Beginnings of words of the name, in any order. Case, accents, hyphens, apostrophes and spaces are ignored. If nobody matches a text of 5 to 24 letters, it matches names that begin, at one of their words, with a text that differs by one typing error: one wrong, missing or additional letter, or two neighbouring letters swapped. A text without a letter or digit matches nobody.',
  })
  search?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Persons who were born on this day.' })
  birthDate?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Persons with this telephone number among their contacts, in any usual form. A number without a country code is French.',
  })
  phone?: string | null;

  @Field(() => District, { nullable: true, description: 'Persons who live in this district.' })
  district?: District | null;

  @Field(() => ID, { nullable: true, description: 'Persons whose referent is this partner.' })
  referent?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the referent is the viewer’s partner.',
  })
  mine?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the viewer sees a pathway of the person that is not closed, of any partner.',
  })
  openPathway?: boolean | null;
}

@ArgsType()
class BeneficiaryArgs {
  @Field(() => ID, { description: 'The id of a person.' })
  id!: string;
}

@ArgsType()
class BeneficiariesArgs extends PageArgs {
  @Field(() => BeneficiaryFilter, { nullable: true, description: 'Only persons that match this filter.' })
  filter?: BeneficiaryFilter | null;

  @Field(() => BeneficiaryOrder, {
    nullable: true,
    description: 'The order of the list; NAME by default.',
  })
  orderBy?: BeneficiaryOrder | null;
}

export const BeneficiaryConnection = connectionOf('Beneficiary', () => Beneficiary, true);

const orders = {
  NAME: orderBy('BENEFICIARY_NAME', { sortName: 'text', id: 'uuid' }),
  NEWEST: orderBy('BENEFICIARY_NEWEST', { createdAt: 'timestamptz', id: 'uuid' }, 'descending'),
};
/** The persons shared with the viewer's partner. */
const seen = raw(personsSeen('IDENTITY'));

/** Whether the viewer sees a pathway of a person that is not closed. */
const hasOpenPathway = (person: Row) => sql`exists (select from pathway w
  where w.beneficiary_id = ${person.column('id')} and w.status <> 'CLOSED' offset 0)`;

/** A search with more words than this matches only names in which the words follow each other. */
const maxWords = 8;

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

/** The persons whom a search finds: a condition, and for the order by name a query (see {@link NameKey}). */
function foundBy(search: string, byName: boolean): Found {
  const searches = searchesFor(search);
  if (searches.length === 0) return { where: () => sql`false` };
  const matches = searches.map((it) => all([begins(sql`k.key`, it.beginning), ...withOthers(it)]));
  const keys = matches.map((match) => sql`select k.beneficiary_id from name_key k where ${match}`);
  const near = spellingsNear(searches[0]?.beginning ?? '');
  if (near.length > 0)
    keys.push(sql`select k.beneficiary_id from ${keysNear(near)} where (select ${nobodyMatches(matches)})`);
  return {
    where: (person) => sql`${person.column('id')} in (${join(keys, ' union ')})`,
    inOrder: byName ? inOrderOfNames(searches, matches, near) : undefined,
  };
}

/** A partner with at most so many sharings is searched person by person. */
const fewSharings = 500;

/**
 * The persons whom a search finds, in the order of names. For a partner with few persons, the keys of these persons are
 * read. For others, keys with the same first letters are read in the order of names, so that the first page of a
 * frequent name is found among the first keys. `case` keeps PostgreSQL from reading all matching keys from another index
 * and sorting them.
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
    where (${join(matches, ' or ')}) ${order})`;
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

/**
 * The search that counts for the audit and for the limits. A cursor of the order by name counts as a search too: it
 * contains a name, and a client can write such a cursor itself. A birth date and a telephone number are guessed with
 * counts as the letters of a name are, so searches for them count as short.
 */
function searchFor({ filter, orderBy, after, before }: BeneficiariesArgs): PersonSearch | undefined {
  const search = filter?.search;
  if (filter?.birthDate != null || filter?.phone != null) return { letters: 0 };
  if (search != null) {
    const letters = normalizeName(search).replaceAll(' ', '').length;
    // A text without a letter or digit matches nobody.
    return letters > 0 ? { letters } : undefined;
  }
  const place = (orderBy ?? 'NAME') === 'NAME' && (after ?? before) != null;
  return place ? { letters: 0, byPlace: true } : undefined;
}

@Resolver()
export class BeneficiaryQueries {
  @Query(() => Beneficiary, {
    nullable: true,
    description:
      'A person by id; null when the person does not exist or is not shared with the viewer’s partner. The id of a merged duplicate returns the kept person.',
  })
  @Reads()
  beneficiary(@Args() { id }: BeneficiaryArgs): RowQuery {
    const key = keyOf('Beneficiary', id, ['id']);
    return selectOne(Beneficiary, (person) => sql`${person.column('id')} = ${personNow(sql`${key}::uuid`)}`);
  }

  @Query(() => BeneficiaryConnection, { description: 'The persons shared with the viewer’s partner.' })
  @SearchesPersons(searchFor)
  @Reads()
  beneficiaries(@Args() { filter, orderBy }: BeneficiariesArgs): RowQuery {
    const { search, district, referent, mine, openPathway, birthDate, phone } = filter ?? {};
    const number = phone == null ? undefined : phoneIn(phone);
    const referentKey = referent == null ? undefined : keyOf('Partner', referent, ['filter', 'referent']);
    const order = orderBy ?? 'NAME';
    const rows = selectMany(
      Beneficiary,
      orders[order],
      (person) => (district ? sql`${person.column('district')} = ${district}` : undefined),
      (person) => (birthDate != null ? sql`${person.column('birthDate')} = ${birthDate}::date` : undefined),
      (person) => (number === undefined ? undefined : hasPhone(person, number)),
      (person) => (referent != null ? sql`${person.column('referent')} = ${referentKey}` : undefined),
      (person) =>
        mine == null ? undefined : sql`${person.column('referent')} ${raw(mine ? '=' : '<>')} ${raw(me)}`,
      (person) =>
        openPathway == null ? undefined : sql`${raw(openPathway ? '' : 'not ')}${hasOpenPathway(person)}`,
    );
    // A birth date and a telephone number are found by their indexes, also for a count.
    if (search == null && (birthDate != null || number !== undefined)) return rows;
    return search == null
      ? { ...rows, persons: { keys: seen, of: (person) => person.column('id') } }
      : { ...rows, found: foundBy(search, order === 'NAME') };
  }
}
