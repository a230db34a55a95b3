import { Args, ArgsType, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { me } from '../../access/policies.js';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { closedSet } from '../../graphql/enum.js';
import { keyOf } from '../../graphql/ids.js';
import { Reads, type RowQuery, selectMany, selectOne } from '../../graphql/read/declare.js';
import { orderBy } from '../../graphql/read/order.js';
import type { Row } from '../../graphql/read/row.js';
import { type PersonSearch, SearchesPersons } from '../../graphql/read/search.js';
import { raw, sql } from '../../graphql/read/sql.js';
import { DateScalar } from '../../graphql/scalars.js';
import { Beneficiary, District, personNow } from './beneficiary.js';
import { foundBy, searchBy, seen } from './person-search.js';
import { hasPhone, phoneIn } from './phone-search.js';

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

/** Whether the viewer sees a pathway of a person that is not closed. */
const hasOpenPathway = (person: Row) => sql`exists (select from pathway w
  where w.beneficiary_id = ${person.column('id')} and w.status <> 'CLOSED' offset 0)`;

/**
 * The search that counts for the audit and for the limits. A cursor of the order by name counts as a search too: it
 * contains a name, and a client can write such a cursor itself. A birth date and a telephone number are guessed with
 * counts as the letters of a name are, so searches for them count as short.
 */
function searchFor({ filter, orderBy, after, before }: BeneficiariesArgs): PersonSearch | undefined {
  const search = filter?.search;
  if (filter?.birthDate != null || filter?.phone != null) return { letters: 0 };
  if (search != null) return searchBy(search);
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
