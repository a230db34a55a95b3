import { Args, ArgsType, Field, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { closedSet } from '../../graphql/enum.js';
import { Reads, type RowQuery, selectMany, selectOne } from '../../graphql/read/declare.js';
import { orderBy } from '../../graphql/read/order.js';
import type { Row } from '../../graphql/read/row.js';
import { raw, sql } from '../../graphql/read/sql.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { LinkRequest } from './link-request.js';

const LinkBox = closedSet('LinkBox', 'Received or sent link requests.', {
  INBOX: 'Requests about persons whose referent is the viewer’s partner.',
  OUTBOX: 'Requests that the viewer’s partner sent.',
});
type LinkBox = keyof typeof LinkBox;

@ArgsType()
class LinkRequestsArgs extends PageArgs {
  @Field(() => LinkBox, { defaultValue: 'INBOX', description: 'Received or sent requests.' })
  box!: LinkBox;
}

const LinkRequestConnection = connectionOf('LinkRequest', () => LinkRequest, true);
const newestFirst = orderBy('LINK_REQUEST_NEWEST', { createdAt: 'timestamptz', id: 'uuid' }, 'descending');

@Resolver(() => LinkRequest)
export class LinkQueries {
  @Query(() => LinkRequestConnection, {
    description: 'The link requests that the viewer’s partner received or sent, newest first.',
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
      'The person to whom the request refers. The referent always sees the person; for the requesting partner the field is null until the request is accepted.',
  })
  @Reads()
  beneficiary(_: unknown, @Root() request: Row): RowQuery {
    const meant = sql`coalesce(${request.column('beneficiary')},
      (select m.beneficiary_id from link_match m where m.request_id = ${request.column('id')}))`;
    return selectOne(Beneficiary, (person) => sql`${person.column('id')} = ${meant}`);
  }
}
