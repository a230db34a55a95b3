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

export const ServiceStatus = closedSet('ServiceStatus', 'Whether a service takes people on.', {
  OPEN: 'It does.',
  CLOSED: 'It does not any more.',
});
export type ServiceStatus = keyof typeof ServiceStatus;

/** For how many days what a service said of its places is taken to be so. */
export const capacityHolds = 30;

const manages = `${inRole('PARTNER_ADMINISTRATOR')} and partner_id = ${me}`;

/** Something that a partner offers. Everyone signed in sees it, the partner's administrators write it. */
@ObjectType({
  implements: Node,
  description: 'Something that a partner offers to people. Seen by everyone signed in.',
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
  @Field(() => Partner, { description: 'The partner that offers it.' })
  @ManyToOne(() => Partner)
  partner!: Partner;

  @Field(() => String, { description: 'What it is called.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => [ServiceTheme], { description: 'What it helps with.' })
  @Enum({ items: () => ServiceTheme, array: true, nativeEnumName: 'service_theme' })
  themes!: ServiceTheme[];

  @Field(() => [ServicePublic], { description: 'Whom it is for.' })
  @Enum({ items: () => ServicePublic, array: true, nativeEnumName: 'service_public' })
  publics!: ServicePublic[];

  @Field(() => Int, {
    nullable: true,
    description:
      'How many places the service says are free; null when nobody said. Only its partner changes it: taking somebody on does not.',
  })
  @Property({ type: 'integer', nullable: true })
  capacity?: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When that was last said.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  capacityUpdatedAt?: Date | null;

  @Field(() => Boolean, {
    description: `Whether how many places are free was said in the last ${capacityHolds} days.`,
  })
  @Computed(
    (service) =>
      sql`coalesce(${service.column('capacityUpdatedAt')} > now() - interval ${literal(`${capacityHolds} days`)}, false)`,
  )
  readonly capacityIsCurrent?: boolean;

  @Field(() => String, {
    description:
      'How partners reach it: a telephone number or an address. Empty as long as nobody has said; then no referral goes to it.',
  })
  @Property({ type: 'text' })
  contact!: string;

  @Field(() => ServiceStatus, { description: 'Whether it takes people on.' })
  @Enum({ items: () => ServiceStatus, nativeEnumName: 'service_status' })
  status!: ServiceStatus;
}
