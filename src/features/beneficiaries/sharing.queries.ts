import { Args, FieldResolver, Resolver, Root } from 'type-graphql';
import { SharingScope } from '../../access/scope.js';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { Computed, Reads, type RowQuery, selectMany, selectOne } from '../../graphql/read/declare.js';
import { orderBy } from '../../graphql/read/order.js';
import type { Row } from '../../graphql/read/row.js';
import { raw, type Sql, sql } from '../../graphql/read/sql.js';
import { Member } from '../partners/index.js';
import { Beneficiary } from './beneficiary.js';
import { Sharing } from './sharing.js';

const strongestFirst = orderBy(
  'SHARING_STRONGEST',
  {
    scope: { enumeration: 'sharing_scope', values: Object.keys(SharingScope) },
    since: 'timestamptz',
    id: 'uuid',
  },
  'descending',
);
const newestFirst = orderBy('SHARING_NEWEST', { since: 'timestamptz', id: 'uuid' }, 'descending');
const oldestFirst = orderBy('SHARING_OLDEST', { since: 'timestamptz', id: 'uuid' });

/** The rows of `sharing` that are in force for the person now. */
function inForce(person: Row): (sharing: Row) => Sql {
  return (sharing) => sql`${sharing.column('beneficiary')} = ${person.column('id')}
    and ${sharing.column('endedAt')} is null
    and (${sharing.column('until')} is null or ${sharing.column('until')} > now())`;
}

const SharingConnection = connectionOf('Sharing', () => Sharing, false);

/** To the two sides of a sharing: what a person said is not for every partner that sees the person. */
function endReason(sharing: Row): Sql {
  return sql`case when ${raw('access.partner_id()')} in (${sharing.column('partner')}, ${sharing.column('grantedBy')})
    then ${sharing.column('endReason')} end`;
}

@Resolver(() => Beneficiary)
export class BeneficiarySharings {
  @FieldResolver(() => Sharing, { description: 'Why the viewer’s partner may see this person, and how far.' })
  @Reads()
  access(_: unknown, @Root() person: Row): RowQuery {
    const own = (sharing: Row) => sql`${sharing.column('partner')} = ${raw('access.partner_id()')}`;
    return selectMany(Sharing, strongestFirst, inForce(person), own);
  }

  @FieldResolver(() => [Sharing], { description: 'Every partner that may see this person now.' })
  @Reads()
  sharings(_: unknown, @Root() person: Row): RowQuery {
    return selectMany(Sharing, oldestFirst, inForce(person));
  }

  @FieldResolver(() => SharingConnection, {
    description: 'Every sharing that there ever was, in force, over or withdrawn; the newest first.',
  })
  @Reads()
  sharingHistory(@Args() _: PageArgs, @Root() person: Row): RowQuery {
    const ofPerson = (sharing: Row) => sql`${sharing.column('beneficiary')} = ${person.column('id')}`;
    return selectMany(Sharing, newestFirst, ofPerson);
  }
}

@Resolver(() => Sharing)
export class SharingQueries {
  @FieldResolver(() => Member, {
    nullable: true,
    description: 'Who informed the person; null unless a colleague of the viewer.',
  })
  @Reads()
  informedBy(_: unknown, @Root() sharing: Row): RowQuery {
    const key = sql`coalesce(${sharing.column('informedBy')}, ${sharing.column('recordedBy')})`;
    return selectOne(Member, (member) => sql`${member.column('id')} = ${key}`);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Why it was ended before its time: what was noted when the person withdrew, or `extended`, `accepted`, `declined`, `cancelled`; `derived` when the partner that granted it lost its own access. To the partner that granted it and the one that had it only.',
  })
  @Computed(endReason)
  endReason(): never {
    throw new Error('computed by the statement');
  }
}
