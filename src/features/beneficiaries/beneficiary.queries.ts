import { Args, ArgsType, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { personsSeen } from '../../access/policies.js';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { closedSet } from '../../graphql/enum.js';
import { keyOf } from '../../graphql/ids.js';
import { Reads, type RowQuery, selectMany, selectOne } from '../../graphql/read/declare.js';
import { orderBy } from '../../graphql/read/order.js';
import type { Row } from '../../graphql/read/row.js';
import { type PersonSearch, SearchesPersons } from '../../graphql/read/search.js';
import { raw, type Sql, sql } from '../../graphql/read/sql.js';
import { Beneficiary, District, personNow } from './beneficiary.js';
import { compact, normalizeName } from './identity.js';

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
      'Beginnings of words of the name, in any order. Case, accents, hyphens, apostrophes and spaces are ignored. A text without a letter or digit matches nobody.',
  })
  search?: string | null;

  @Field(() => District, { nullable: true, description: 'Persons who live in this district.' })
  district?: District | null;

  @Field(() => ID, { nullable: true, description: 'Persons whose referent is this partner.' })
  referent?: string | null;
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

/** A search with more words than this matches only names in which the words follow each other. */
const maxWords = 8;

/**
 * The condition that a name matches a search. A name matches when the searched text begins at one of its words,
 * whatever the spaces, or when each searched word is the beginning of one of its words. A text without a letter or
 * digit matches nobody. See {@link NameKey}.
 */
function nameMatches(search: string): (person: Row) => Sql {
  const whole = compact(search);
  if (!whole) return () => sql`false`;
  const words = normalizeName(search).split(' ');
  const begins = (key: Sql, beginning: string) =>
    sql`${key} >= ${beginning} and ${key} < ${`${beginning}\u{10FFFF}`}`;
  const named = (beginning: string) =>
    sql`select k.beneficiary_id from name_key k where ${begins(sql`k.key`, beginning)}`;
  const [rarest, ...others] = words.length > 1 && words.length <= maxWords ? byLength(words) : [];
  const found = rarest
    ? others.reduce(
        (all, word) =>
          sql`${all} and exists (select from name_key o where o.beneficiary_id = k.beneficiary_id and ${begins(sql`o.key`, word)})`,
        sql`${named(whole)} union ${named(rarest)}`,
      )
    : named(whole);
  return (person) => sql`${person.column('id')} in (${found})`;
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
 * contains a name, and a client can write such a cursor itself.
 */
function searchFor({ filter, orderBy, after, before }: BeneficiariesArgs): PersonSearch | undefined {
  const search = filter?.search;
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
    const { search, district, referent } = filter ?? {};
    const referentKey = referent == null ? undefined : keyOf('Partner', referent, ['filter', 'referent']);
    const rows = selectMany(
      Beneficiary,
      orders[orderBy ?? 'NAME'],
      (person) => (search == null ? undefined : nameMatches(search)(person)),
      (person) => (district ? sql`${person.column('district')} = ${district}` : undefined),
      (person) => (referent != null ? sql`${person.column('referent')} = ${referentKey}` : undefined),
    );
    // A search is counted from the names that it matches.
    return search == null ? { ...rows, persons: { keys: seen, of: (person) => person.column('id') } } : rows;
  }
}
