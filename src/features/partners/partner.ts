import { Entity, Enum, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { counted, inRole } from '../../access/policies.js';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';

export const PartnerKind = closedSet('PartnerKind', 'What sort of body a partner is.', {
  ASSOCIATION: 'A local association.',
  INSTITUTION: 'A public institution or service.',
  TOWN: 'The town, which coordinates.',
});
export type PartnerKind = keyof typeof PartnerKind;

/** A body that helps people and takes part in the hub. Everyone signed in sees the directory. */
@ObjectType({
  implements: Node,
  description: 'A body that takes part in the hub. The directory is open to everyone signed in.',
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

  @Field(() => String, { description: 'The name people know it by.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => PartnerKind, { description: 'What sort of body it is.' })
  @Enum({ items: () => PartnerKind, nativeEnumName: 'partner_kind' })
  kind!: PartnerKind;
}
