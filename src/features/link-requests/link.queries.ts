import { Args, ArgsType, Field, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { closedSet } from '../../graphql/enum.js';
import { Reads, type RowQuery, selectMany, selectOne } from '../../graphql/read/declare.js';
import { orderBy } from '../../graphql/read/order.js';
import type { Row } from '../../graphql/read/row.js';
import { raw, sql } from '../../graphql/read/sql.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { LinkRequest } from './link-request.js';

const LinkBox = closedSet('LinkBox', 'Which side of requests.', {
  INBOX: 'About persons of the viewer’s partner.',
  OUTBOX: 'Sent by the viewer’s partner.',
});
type LinkBox = keyof typeof LinkBox;

@ArgsType()
class LinkRequestsArgs extends PageArgs {
  @Field(() => LinkBox, { defaultValue: 'INBOX', description: 'Received or sent.' })
  box!: LinkBox;
}

const LinkRequestConnection = connectionOf('LinkRequest', () => LinkRequest, true);
const newestFirst = orderBy('LINK_REQUEST_NEWEST', { createdAt: 'timestamptz', id: 'uuid' }, 'descending');

@Resolver(() => LinkRequest)
export class LinkQueries {
  @Query(() => LinkRequestConnection, {
    description: 'The requests that the viewer’s partner got or sent, the newest first.',
  })
  @Reads()
  linkRequests(@Args() { box }: LinkRequestsArgs): RowQuery {
    const is = raw(box === 'INBOX' ? '<>' : '=');
    return selectMany(
      LinkRequest,
      newestFirst,
      (request) => sql`${request.column('partner')} ${is} ${raw('(select access.partner_id())')}`,
    );
  }

  @FieldResolver(() => Beneficiary, {
    nullable: true,
    description:
      'The person: for the referent whom the request means, for the partner that asks null until it is accepted.',
  })
  @Reads()
  beneficiary(_: unknown, @Root() request: Row): RowQuery {
    const meant = sql`coalesce(${request.column('beneficiary')},
      (select m.beneficiary_id from link_match m where m.request_id = ${request.column('id')}))`;
    return selectOne(Beneficiary, (person) => sql`${person.column('id')} = ${meant}`);
  }
}
