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
  @Field(() => ID, { nullable: true, description: 'About this person only.' })
  beneficiary?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'From this day on, in Europe/Paris.' })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Before this day, in Europe/Paris.' })
  until?: string | null;
}

const AuditEntryConnection = connectionOf('AuditEntry', () => AuditEntry, false);
const latest = orderBy('AUDIT_LATEST', { id: 'bigint' }, 'descending');
@Resolver()
export class AuditQueries {
  @Query(() => AuditEntryConnection, {
    description:
      'Who was shown whom, the latest first. A data protection officer sees what the partner’s members were shown and what was shown of the partner’s persons, the town’s officer everything; a caseworker, what was shown of persons whose file the partner answers for; others nothing.',
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
