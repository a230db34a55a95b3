import { Entity, Enum, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { counted, inRole } from '../../access/policies.js';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';

export const PartnerKind = closedSet('PartnerKind', 'The kind of organisation that a partner is.', {
  ASSOCIATION: 'A local association.',
  INSTITUTION: 'A public institution or service.',
  TOWN: 'The town, which coordinates.',
});
export type PartnerKind = keyof typeof PartnerKind;

/** An organisation that helps people and takes part in the hub. Every signed-in member sees the directory. */
@ObjectType({
  implements: Node,
  description: 'An organisation that takes part in the hub. Every signed-in member can read the directory.',
})
@Entity({
  tableName: 'partner',
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'directory',
      command: 'select',
      roles: ['hub_partner', 'hub_system', 'hub_access', 'hub_setup'],
      using: 'true',
    },
    { name: 'add', command: 'insert', roles: ['hub_partner'], check: inRole('COORDINATOR') },
    {
      name: 'setup',
      command: 'insert',
      roles: ['hub_setup'],
      check: "kind = 'TOWN' and not exists (select from partner p)",
    },
    { name: 'rename', command: 'update', roles: ['hub_partner'], using: inRole('COORDINATOR') },
    counted,
    { name: 'audit', command: 'select', roles: ['hub_audit'], using: 'true' },
  ],
})
export class Partner extends Node {
  @Field(() => String, { description: 'Stable short name used in addresses, such as `club-relais`.' })
  @Property({ type: 'text' })
  @Unique()
  slug!: string;

  @Field(() => String, { description: 'The partner’s display name.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => PartnerKind, { description: 'The kind of organisation.' })
  @Enum({ items: () => PartnerKind, nativeEnumName: 'partner_kind' })
  kind!: PartnerKind;
}
