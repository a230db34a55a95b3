import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { DisclosureVia as Via } from '../../access/audit-log.js';
import { Role } from '../../access/role.js';
import { closedSet } from '../../graphql/enum.js';
import { idPrefix } from '../../graphql/ids.js';
import { Computed } from '../../graphql/read/declare.js';
import { literal, sql } from '../../graphql/read/sql.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { Member, Partner } from '../partners/index.js';

export const DisclosureVia = closedSet('DisclosureVia', 'How somebody was shown a person.', {
  QUERY: 'By a question.',
  MUTATION: 'By the answer to an act.',
  SUBSCRIPTION: 'By an event that was delivered.',
  SEARCH: 'Nobody by it: a search, of which it is known how many persons it found.',
  SHEET: 'By a printed access sheet.',
  EXPORT: 'By an export of the file.',
});

const trail = `
select id, at, member_id, partner_id, role, via, operation, audit.persons(partner_id, subjects) as persons, found
from audit.entry e`;

/**
 * An entry of the audit, a view: the entries themselves are written by `audit.append` alone, each under the
 * hash of the one before it, and changed by nobody. It reads under the rights of whoever asks.
 */
@ObjectType({
  description:
    'That somebody was shown persons. Seen by data protection officers, and by the persons’ referent partner.',
})
@Entity({ tableName: 'audit_trail', view: true, expression: trail })
export class AuditEntry {
  @PrimaryKey({ type: 'bigint' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  @Property({ type: 'datetime', length: 3 })
  at!: Date;

  @Field(() => Member, {
    nullable: true,
    description: 'Who was shown them; null unless it is a colleague of the viewer.',
  })
  @ManyToOne(() => Member)
  member!: Member;

  @Field(() => Partner, { description: 'For which partner.' })
  @ManyToOne(() => Partner)
  partner!: Partner;

  @Field(() => Role, { description: 'In which role.' })
  @Enum({ items: () => Role, nativeEnumName: 'member_role' })
  role!: Role;

  @Field(() => DisclosureVia, { description: 'How.' })
  @Enum({ items: () => DisclosureVia })
  via!: Via;

  @Field(() => String, { description: 'The fields that the operation began with, by the schema’s names.' })
  @Property({ type: 'text' })
  operation!: string;

  @Field(() => [ID], {
    description:
      'Whom: their ids, as far as they are the viewer’s business. A person who was erased is not among them.',
  })
  @Computed(
    (entry) =>
      sql`(select coalesce(array_agg(${literal(idPrefix('Beneficiary'))} || p), '{}') from unnest(${entry.column('persons')}) p)`,
  )
  beneficiaries!: string[];

  @Property({ type: 'uuid[]' })
  persons!: string[];

  @Field(() => Int, {
    nullable: true,
    description:
      'How many persons a search found; null for an entry of another sort. What was typed is not kept.',
  })
  @Property({ type: 'integer', nullable: true })
  found?: number | null;
}
