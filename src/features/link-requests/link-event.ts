import { Args, Field, ObjectType, Query, Resolver, Subscription } from 'type-graphql';
import { Event } from '../../events/event.js';
import { eventsOfTopic, FollowArgs, subscribe, ToldEvent } from '../../events/topic.js';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { closedSet } from '../../graphql/enum.js';
import { Reads, type RowQuery, selectOne, ViewOf } from '../../graphql/read/declare.js';
import type { Row } from '../../graphql/read/row.js';
import { sql } from '../../graphql/read/sql.js';
import { LinkRequest } from './link-request.js';

const LinkEventKind = closedSet('LinkEventKind', 'What happened to a request to be linked.', {
  REQUESTED: 'A partner asks about a person of the viewer’s partner.',
  ACCEPTED: 'The referent shared the file.',
  REFUSED: 'The referent said no.',
});
type LinkEventKind = keyof typeof LinkEventKind;

@ViewOf(() => Event)
@ObjectType({
  description:
    'Something that happened to a request to be linked. Seen by the partner that it was told to: the referent is told of the request, the partner that asks of the answer.',
})
export class LinkEvent extends ToldEvent {
  @Field(() => LinkEventKind, { description: 'What happened.' })
  kind!: LinkEventKind;

  @Field(() => LinkRequest, { description: 'The request as it is now, under the viewer’s rights.' })
  @Reads()
  linkRequest(_: unknown, event: Row): RowQuery {
    return selectOne(LinkRequest, (request) => sql`${request.column('id')} = ${event.column('subject')}`);
  }
}

const LinkEventConnection = connectionOf('LinkEvent', () => LinkEvent as never, false);

@Resolver()
export class LinkEventResolver {
  @Query(() => LinkEventConnection, {
    description:
      'What the viewer’s partner was told of requests to be linked, oldest first: the same that the subscription delivers.',
  })
  @Reads()
  linkEvents(@Args() _: PageArgs): RowQuery {
    return eventsOfTopic('LINK');
  }

  @Subscription(() => LinkEvent, {
    name: 'linkEvents',
    description:
      'What the viewer’s partner is told of requests to be linked, after the cursor, then live. Without a cursor: live only.',
    subscribe: subscribe('LINK'),
  })
  linkEventsLive(@Args() _: FollowArgs): never {
    throw new Error('read by the engine');
  }
}
