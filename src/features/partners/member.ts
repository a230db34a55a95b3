import { Check, Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { inRole, me } from '../../access/policies.js';
import { Role } from '../../access/role.js';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';
import { Computed } from '../../graphql/read/declare.js';
import { sql } from '../../graphql/read/sql.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { Partner, PartnerKind } from './partner.js';

export const MemberKind = closedSet('MemberKind', 'What sort of account a member is.', {
  PERSON: 'A person: a professional.',
  MACHINE: 'A system that the partner runs.',
});
export type MemberKind = keyof typeof MemberKind;

/** The kinds of partners that have a role, for the roles that not every kind has. */
const kindsOf: Partial<Record<Role, readonly PartnerKind[]>> = {
  COORDINATOR: ['TOWN'],
  CLAUSE_FACILITATOR: ['TOWN', 'INSTITUTION'],
};

/** Returns the kinds of partners whose members may have the role. */
export function kindsWith(role: Role): readonly PartnerKind[] {
  return kindsOf[role] ?? (Object.keys(PartnerKind) as PartnerKind[]);
}

const atFittingPartner = `exists (select from partner p where p.id = member.partner_id and case
        when role = 'COORDINATOR' then p.kind = 'TOWN'
        when role = 'CLAUSE_FACILITATOR' then p.kind <> 'ASSOCIATION'
        else true end)`;
/** SQL condition: the member's partner has no active person who has accepted an invitation in the member's role. */
const nobodyInRole = `not exists (select from member m where m.partner_id = member.partner_id and m.role = member.role
          and m.kind = 'PERSON' and m.subject is not null and m.deactivated_at is null)`;
const manages = `${inRole('PARTNER_ADMINISTRATOR')} and partner_id = ${me}`;

/** A professional of a partner, in one role. Visible to the members of the same partner, and to the same person as a member of another partner. */
@ObjectType({
  implements: Node,
  description:
    'A professional who works for a partner, in one role. Visible to the members of the same partner.',
})
@Entity({
  tableName: 'member',
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'colleagues',
      command: 'select',
      roles: ['hub_partner'],
      using: 'partner_id = (select access.partner_id())',
    },
    {
      name: 'own_memberships',
      command: 'select',
      roles: ['hub_partner'],
      using: "subject = (select nullif(current_setting('app.subject', true), ''))",
    },
    {
      name: 'join',
      command: 'insert',
      roles: ['hub_partner'],
      check: `subject is null and deactivated_at is null and ${atFittingPartner} and (${manages}
        or ${inRole('COORDINATOR')} and kind = 'PERSON' and role = 'PARTNER_ADMINISTRATOR' and access.has_nobody(partner_id))`,
    },
    {
      name: 'manage',
      command: 'update',
      roles: ['hub_partner'],
      using: manages,
      check: `${manages} and ${atFittingPartner}`,
    },
    { name: 'access', command: 'select', roles: ['hub_access'], using: 'true' },
    { name: 'sign_in', command: 'select', roles: ['hub_system'], using: 'true' },
    {
      name: 'answer_invitation',
      command: 'update',
      roles: ['hub_system'],
      using: 'subject is null and deactivated_at is null',
      check: 'subject is not null or deactivated_at is not null',
    },
    { name: 'setup', command: 'select', roles: ['hub_setup'], using: 'true' },
    {
      name: 'setup_invite',
      command: 'insert',
      roles: ['hub_setup'],
      check: `deactivated_at is null and kind = 'PERSON' and role = any (array['PARTNER_ADMINISTRATOR'::member_role, 'COORDINATOR'::member_role])
        and ${atFittingPartner}
        and ${nobodyInRole}`,
    },
    {
      name: 'setup_administrator',
      command: 'update',
      roles: ['hub_setup'],
      using: "kind = 'PERSON'",
      check: "role = 'PARTNER_ADMINISTRATOR'",
    },
  ],
})
@Check({ name: 'member_is_reached', expression: "email is not null or kind = 'MACHINE'" })
@Index({ name: 'member_of_partner', properties: ['partner'] })
@Unique({ properties: ['kind', 'subject', 'partner', 'role'] })
@Index({
  name: 'member_one_invitation',
  expression:
    "create unique index member_one_invitation on member (lower(email), partner_id, role) where kind = 'PERSON'",
})
@Index({
  name: 'member_one_machine',
  expression: 'create unique index member_one_machine on member (client_id, partner_id)',
})
@Index({
  name: 'member_machine_of_one_partner',
  expression: "create unique index member_machine_of_one_partner on member (subject) where kind = 'MACHINE'",
})
export class Member extends Node {
  @Field(() => String, { description: 'First and last name.' })
  @Property({ type: 'text' })
  name!: string;

  /**
   * The `sub` claim of the tokens that sign this person in, or a machine's client id; an e-mail address in
   * demonstration mode. Null until the account accepts the invitation. A person who works for several partners,
   * or in several roles, has one row for each, with the same subject.
   */
  @Property({ type: 'text', nullable: true })
  subject?: string | null;

  @Field(() => MemberKind, { description: 'Whether the member is a person or a machine.' })
  @Enum({ items: () => MemberKind, nativeEnumName: 'member_kind', default: 'PERSON' })
  kind: MemberKind = 'PERSON';

  /** A machine’s client id, as it appears in the tokens that the machine gets with its client credentials. */
  @Property({ type: 'text', nullable: true })
  clientId?: string | null;

  @Field(() => Boolean, {
    description: 'True if the member may run mutations; false if the member may only read.',
  })
  @Property({ type: 'boolean', default: true })
  mayWrite = true;

  @Field(() => Boolean, {
    description: 'True while the invitation has been neither accepted nor declined.',
  })
  @Computed(
    (member) => sql`(${member.column('subject')} is null and ${member.column('deactivatedAt')} is null)`,
  )
  readonly invited?: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When this member was deactivated and could no longer sign in, or when the invitation was declined.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  deactivatedAt?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'The professional e-mail address; null for a machine.',
  })
  @Property({ type: 'text', nullable: true })
  email?: string | null;

  @Field(() => Role, { description: 'The role of this member in the hub.' })
  @Enum({ items: () => Role, nativeEnumName: 'member_role' })
  role!: Role;

  @Field(() => Partner, { description: 'The partner that this member works for.' })
  @ManyToOne(() => Partner)
  partner!: Partner;
}
