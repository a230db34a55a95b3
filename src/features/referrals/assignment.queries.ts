import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Reads, type RowQuery, selectOne } from '../../graphql/read/declare.js';
import type { Row } from '../../graphql/read/row.js';
import { sql } from '../../graphql/read/sql.js';
import { Member } from '../partners/index.js';
import { Referral } from './referral.js';

@Resolver(() => Referral)
export class ReferralAssignments {
  @FieldResolver(() => Member, {
    nullable: true,
    description: 'The member of the receiver to whom the referral is assigned. Null for the sender.',
  })
  @Reads()
  assignee(_: unknown, @Root() referral: Row): RowQuery {
    return selectOne(
      Member,
      (member) => sql`${member.column('id')} = (
        select a.member_id from referral_assignment a where a.referral_id = ${referral.column('id')})`,
    );
  }
}
