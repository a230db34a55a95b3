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

/** The condition that a sharing of the person is in force now. */
function inForce(person: Row): (sharing: Row) => Sql {
  return (sharing) => sql`${sharing.column('beneficiary')} = ${person.column('id')}
    and ${sharing.column('endedAt')} is null
    and (${sharing.column('until')} is null or ${sharing.column('until')} > now())`;
}

const SharingConnection = connectionOf('Sharing', () => Sharing, false);

/** The reason is visible to the two sides of a sharing only: it may quote the person. */
function endReason(sharing: Row): Sql {
  return sql`case when ${raw('access.partner_id()')} in (${sharing.column('partner')}, ${sharing.column('grantedBy')})
    then ${sharing.column('endReason')} end`;
}

@Resolver(() => Beneficiary)
export class BeneficiarySharings {
  @FieldResolver(() => Sharing, {
    description:
      'The sharing by which the viewer’s partner sees this person. When several are in force, the one with the widest scope.',
  })
  @Reads()
  access(_: unknown, @Root() person: Row): RowQuery {
    const own = (sharing: Row) => sql`${sharing.column('partner')} = ${raw('access.partner_id()')}`;
    return selectMany(Sharing, strongestFirst, inForce(person), own);
  }

  @FieldResolver(() => [Sharing], { description: 'All sharings of this person that are in force now.' })
  @Reads()
  sharings(_: unknown, @Root() person: Row): RowQuery {
    return selectMany(Sharing, oldestFirst, inForce(person));
  }

  @FieldResolver(() => SharingConnection, {
    description: 'All sharings of this person, newest first: in force, ended or withdrawn.',
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
    description:
      'The member who informed the person; null unless that member works for the viewer’s partner.',
  })
  @Reads()
  informedBy(_: unknown, @Root() sharing: Row): RowQuery {
    const key = sql`coalesce(${sharing.column('informedBy')}, ${sharing.column('recordedBy')})`;
    return selectOne(Member, (member) => sql`${member.column('id')} = ${key}`);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Why the sharing was ended early: the reason that was recorded with the withdrawal, or `extended`, `accepted`, `declined` or `cancelled`, or `derived` when the partner that granted the sharing lost its own access. Visible only to the partner that granted the sharing and to the partner that had it.',
  })
  @Computed(endReason)
  endReason(): never {
    throw new Error('computed by the statement');
  }
}
