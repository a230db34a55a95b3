import { Args, FieldResolver, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { Reads, type RowQuery, selectMany } from '../../graphql/read/declare.js';
import { orderBy } from '../../graphql/read/order.js';
import type { Row } from '../../graphql/read/row.js';
import { sql } from '../../graphql/read/sql.js';
import { Partner } from './partner.js';
import { Service } from './service.js';

export const ServiceConnection = connectionOf('Service', () => Service, true);
export const servicesByName = orderBy('SERVICE_NAME', { name: 'text', id: 'uuid' });

@Resolver(() => Partner)
export class PartnerServices {
  @FieldResolver(() => ServiceConnection, {
    description:
      'The services of the partner, ordered by name. Closed services are included. Every signed-in member can read them.',
  })
  @Reads()
  services(@Args() _: PageArgs, @Root() partner: Row): RowQuery {
    return selectMany(
      Service,
      servicesByName,
      (it) => sql`${it.column('partner')} = ${partner.column('id')}`,
    );
  }
}
