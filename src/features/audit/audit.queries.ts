import { Args, ArgsType, Field, ID, Query, Resolver } from 'type-graphql';
import { NIL } from 'uuid';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { keyOf } from '../../graphql/ids.js';
import { Reads, type RowQuery, selectMany } from '../../graphql/read/declare.js';
import { orderBy } from '../../graphql/read/order.js';
import { sql } from '../../graphql/read/sql.js';
import { DateScalar } from '../../graphql/scalars.js';
import { AuditEntry } from './audit-entry.js';

@ArgsType()
class AuditTrailArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only entries about this person.' })
  beneficiary?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Only entries from this day on (inclusive), in Europe/Paris.',
  })
  from?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Only entries before this day (exclusive), in Europe/Paris.',
  })
  until?: string | null;
}

const AuditEntryConnection = connectionOf('AuditEntry', () => AuditEntry, false);
const latest = orderBy('AUDIT_LATEST', { id: 'bigint' }, 'descending');
@Resolver()
export class AuditQueries {
  @Query(() => AuditEntryConnection, {
    description:
      'The audit: which member was shown which persons, the latest first. A data protection officer sees what the partner’s members were shown and what was shown of the partner’s persons. The town’s data protection officer sees all entries. A caseworker sees what was shown of persons whose referent is the caseworker’s partner. Other roles see no entries.',
  })
  @Reads()
  auditTrail(@Args() { beneficiary, from, until }: AuditTrailArgs): RowQuery {
    const person = beneficiary && (keyOf('Beneficiary', beneficiary, ['beneficiary']) ?? NIL);
    const midnight = (day: string) => sql`(${day}::date)::timestamp at time zone 'Europe/Paris'`;
    return selectMany(
      AuditEntry,
      latest,
      (entry) =>
        person ? sql`${entry.column('id')} = any ((select audit.about(${person}))::bigint[])` : undefined,
      (entry) => (from ? sql`${entry.column('at')} >= ${midnight(from)}` : undefined),
      (entry) => (until ? sql`${entry.column('at')} < ${midnight(until)}` : undefined),
    );
  }
}
