import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Role } from '../access/role.js';
import { Node } from '../graphql/node.js';
import { Partner } from './partner.js';

/** A professional of a partner. Seen by the members of the same partner. */
@ObjectType({
  implements: Node,
  description: 'A professional who works for a partner. Seen by the members of the same partner.',
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
    { name: 'sign_in', command: 'select', roles: ['hub_system'], using: 'true' },
  ],
})
@Index({ name: 'member_of_partner', properties: ['partner'] })
export class Member extends Node {
  @Field(() => String, { description: 'First and last name.' })
  @Property({ type: 'text' })
  name!: string;

  /** The `sub` claim of the tokens that sign this person in; an e-mail address in demonstration mode. */
  @Property({ type: 'text' })
  @Unique()
  subject!: string;

  @Property({ type: 'text' })
  email!: string;

  @Enum({ items: () => Role, nativeEnumName: 'member_role' })
  role!: Role;

  @Field(() => Partner, { description: 'The partner that this person works for.' })
  @ManyToOne(() => Partner)
  partner!: Partner;
}
