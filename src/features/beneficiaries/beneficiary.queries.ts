import { Args, ArgsType, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { closedSet } from '../../graphql/enum.js';
import { keyOf } from '../../graphql/ids.js';
import { Reads, type RowQuery, selectMany, selectOne } from '../../graphql/read/declare.js';
import { orderBy } from '../../graphql/read/order.js';
import type { Row } from '../../graphql/read/row.js';
import { type PersonSearch, SearchesPersons } from '../../graphql/read/search.js';
import { type Sql, sql } from '../../graphql/read/sql.js';
import { Beneficiary, District, personNow } from './beneficiary.js';
import { compact, normalizeName } from './identity.js';

const BeneficiaryOrder = closedSet('BeneficiaryOrder', 'How a list of persons is ordered.', {
  NAME: 'By last name, then first name.',
  NEWEST: 'The last registered first.',
});
type BeneficiaryOrder = keyof typeof BeneficiaryOrder;

@InputType({ description: 'Which persons.' })
class BeneficiaryFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Beginnings of words of the name, in whichever order; case, accents, hyphens, apostrophes and spaces do not matter. A text without a letter or digit finds nobody.',
  })
  search?: string | null;

  @Field(() => District, { nullable: true, description: 'Who live here.' })
  district?: District | null;

  @Field(() => ID, { nullable: true, description: 'Registered by this partner.' })
  referent?: string | null;
}

@ArgsType()
class BeneficiaryArgs {
  @Field(() => ID, { description: 'The id of a person.' })
  id!: string;
}

@ArgsType()
class BeneficiariesArgs extends PageArgs {
  @Field(() => BeneficiaryFilter, { nullable: true, description: 'Which persons.' })
  filter?: BeneficiaryFilter | null;

  @Field(() => BeneficiaryOrder, {
    nullable: true,
    description: 'In which order; by name unless said otherwise.',
  })
  orderBy?: BeneficiaryOrder | null;
}

export const BeneficiaryConnection = connectionOf('Beneficiary', () => Beneficiary, true);

const orders = {
  NAME: orderBy('BENEFICIARY_NAME', { sortName: 'text', id: 'uuid' }),
  NEWEST: orderBy('BENEFICIARY_NEWEST', { createdAt: 'timestamptz', id: 'uuid' }, 'descending'),
};
/** With more words than this, a search finds only names in which they follow each other. */
const maxWords = 8;

/**
 * The persons whose name has the searched text from one of its words on, however it is spaced, or in which
 * each of its words begins one; none for a text without a letter or digit. See {@link NameKey}.
 */
function nameHas(search: string): (person: Row) => Sql {
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
 * The words, the longest first, without those that begin another. So a statement scans the names of the one
 * that is the rarest as a rule, and looks for `de` and `la` in these only.
 */
function byLength(words: readonly string[]): string[] {
  const sorted = [...words].sort((one, other) => other.length - one.length);
  return sorted.filter((word, at) => !sorted.slice(0, at).some((longer) => longer.startsWith(word)));
}

/** A cursor of the order by name is made of a name, which a client may write itself. */
function searchFor({ filter, orderBy, after, before }: BeneficiariesArgs): PersonSearch | undefined {
  const search = filter?.search;
  if (search != null) {
    const letters = normalizeName(search).replaceAll(' ', '').length;
    // Without a letter it finds nobody.
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
      'A person; null when absent or not shared with the viewer’s partner. The id of a file that was merged leads to the kept one.',
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
    return selectMany(
      Beneficiary,
      orders[orderBy ?? 'NAME'],
      (person) => (search == null ? undefined : nameHas(search)(person)),
      (person) => (district ? sql`${person.column('district')} = ${district}` : undefined),
      (person) => (referent != null ? sql`${person.column('referent')} = ${referentKey}` : undefined),
    );
  }
}
