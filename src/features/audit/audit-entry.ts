import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { DisclosureVia as Via } from '../../access/audit-log.js';
import { Role } from '../../access/role.js';
import { queryOf } from '../../database/definitions.js';
import { closedSet } from '../../graphql/enum.js';
import { idPrefix } from '../../graphql/ids.js';
import { Computed } from '../../graphql/read/declare.js';
import { literal, sql } from '../../graphql/read/sql.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { Member, Partner } from '../partners/index.js';

export const DisclosureVia = closedSet('DisclosureVia', 'How persons’ data was shown to a member.', {
  QUERY: 'In the result of a query.',
  MUTATION: 'In the result of a mutation.',
  SUBSCRIPTION: 'In an event that a subscription delivered.',
  SEARCH: 'A search. The entry names no person; `found` is the number of persons that the search found.',
  SHEET: 'On a printed access sheet.',
  EXPORT: 'In an export of the person’s file.',
});

/**
 * An entry of the audit, as a view. The underlying rows are written only by `audit.append`, each with the hash
 * of the previous row, and are never changed. The view is read with the viewer's rights.
 */
@ObjectType({
  description:
    'An entry of the audit: which member was shown which persons. Visible to data protection officers, and to the persons’ referent partner.',
})
@Entity({ tableName: 'audit_trail', view: true, expression: queryOf('audit-trail') })
export class AuditEntry {
  @PrimaryKey({ type: 'bigint' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When the data was shown.' })
  @Property({ type: 'datetime', length: 3 })
  at!: Date;

  @Field(() => Member, {
    nullable: true,
    description: 'The member who was shown the data; null unless the member works for the viewer’s partner.',
  })
  @ManyToOne(() => Member)
  member!: Member;

  @Field(() => Partner, { description: 'The partner that this member worked for.' })
  @ManyToOne(() => Partner)
  partner!: Partner;

  @Field(() => Role, { description: 'The role of this member at that time.' })
  @Enum({ items: () => Role, nativeEnumName: 'member_role' })
  role!: Role;

  @Field(() => DisclosureVia, { description: 'How the data was shown.' })
  @Enum({ items: () => DisclosureVia })
  via!: Via;

  @Field(() => String, { description: 'The root fields of the operation, by their names in the schema.' })
  @Property({ type: 'text' })
  operation!: string;

  @Field(() => [ID], {
    description:
      'The ids of the persons who were shown, limited to those that the viewer may see in the audit. Erased persons are left out.',
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
      'The number of persons that a search found; null when the entry is not a search. The search text is not stored.',
  })
  @Property({ type: 'integer', nullable: true })
  found?: number | null;
}
