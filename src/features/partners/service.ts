import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { inRole, me } from '../../access/policies.js';
import { closedSet } from '../../graphql/enum.js';
import { Node } from '../../graphql/node.js';
import { Computed } from '../../graphql/read/declare.js';
import { literal, sql } from '../../graphql/read/sql.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { Partner } from './partner.js';
import { ServicePublic, ServiceTheme } from './service-vocabulary.js';

export const ServiceStatus = closedSet('ServiceStatus', 'Whether a service takes on new people.', {
  OPEN: 'The service takes on new people.',
  CLOSED: 'The service is closed and takes on no new people.',
});
export type ServiceStatus = keyof typeof ServiceStatus;

/** For how many days a reported number of free places counts as current. */
export const capacityHolds = 30;

const manages = `${inRole('PARTNER_ADMINISTRATOR')} and partner_id = ${me}`;

/** A service that a partner offers. Every signed-in member sees it; the partner’s administrators change it. */
@ObjectType({
  implements: Node,
  description: 'A service that a partner offers to people. Visible to every signed-in member.',
})
@Entity({
  tableName: 'service',
  rowLevelSecurity: 'force',
  policies: [
    { name: 'directory', command: 'select', roles: ['hub_partner'], using: 'true' },
    { name: 'access', command: 'select', roles: ['hub_access'], using: 'true' },
    { name: 'add', command: 'insert', roles: ['hub_partner'], check: manages },
    { name: 'change', command: 'update', roles: ['hub_partner'], using: manages, check: manages },
  ],
})
@Index({ name: 'service_of_partner', properties: ['partner', 'name', 'id'] })
export class Service extends Node {
  @Field(() => Partner, { description: 'The partner that offers the service.' })
  @ManyToOne(() => Partner)
  partner!: Partner;

  @Field(() => String, { description: 'The name of the service.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => [ServiceTheme], { description: 'The themes of the service.' })
  @Enum({ items: () => ServiceTheme, array: true, nativeEnumName: 'service_theme' })
  themes!: ServiceTheme[];

  @Field(() => [ServicePublic], { description: 'The target groups of the service.' })
  @Enum({ items: () => ServicePublic, array: true, nativeEnumName: 'service_public' })
  publics!: ServicePublic[];

  @Field(() => Int, {
    nullable: true,
    description:
      'The number of free places that the partner last reported; null when it is unknown. Only the partner changes it: an accepted referral does not.',
  })
  @Property({ type: 'integer', nullable: true })
  capacity?: number | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the number of free places was last reported.',
  })
  @Property({ type: 'datetime', length: 3, nullable: true })
  capacityUpdatedAt?: Date | null;

  @Field(() => Boolean, {
    description: `True if the number of free places was reported in the last ${capacityHolds} days.`,
  })
  @Computed(
    (service) =>
      sql`coalesce(${service.column('capacityUpdatedAt')} > now() - interval ${literal(`${capacityHolds} days`)}, false)`,
  )
  readonly capacityIsCurrent?: boolean;

  @Field(() => String, {
    description:
      'How partners contact the service: a telephone number or an address. While it is empty, no referral can be sent to the service.',
  })
  @Property({ type: 'text' })
  contact!: string;

  @Field(() => ServiceStatus, { description: 'Whether the service takes on new people.' })
  @Enum({ items: () => ServiceStatus, nativeEnumName: 'service_status' })
  status!: ServiceStatus;
}
