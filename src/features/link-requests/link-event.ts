import { Args, Field, ObjectType, Query, Resolver, Subscription } from 'type-graphql';
import { Event } from '../../events/event.js';
import { eventsOfTopic, FollowArgs, PartnerEvent, subscribe } from '../../events/topic.js';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { closedSet } from '../../graphql/enum.js';
import { Reads, type RowQuery, selectOne, ViewOf } from '../../graphql/read/declare.js';
import type { Row } from '../../graphql/read/row.js';
import { sql } from '../../graphql/read/sql.js';
import { LinkRequest } from './link-request.js';

const LinkEventKind = closedSet('LinkEventKind', 'The kinds of events about a link request.', {
  REQUESTED: 'A partner asked for access to a person whose referent is the viewer’s partner.',
  ACCEPTED: 'The referent accepted the request and shared the file.',
  REFUSED: 'The referent refused the request.',
});
type LinkEventKind = keyof typeof LinkEventKind;

@ViewOf(() => Event)
@ObjectType({
  description:
    'An event about a link request. Visible to the partner to which it was delivered: the referent receives the event of the request, and the requesting partner receives the event of the answer.',
})
export class LinkEvent extends PartnerEvent {
  @Field(() => LinkEventKind, { description: 'What happened.' })
  kind!: LinkEventKind;

  @Field(() => LinkRequest, {
    description: 'The request in its current state, read with the viewer’s rights.',
  })
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
      'The events about link requests that were delivered to the viewer’s partner, oldest first. The subscription delivers the same events.',
  })
  @Reads()
  linkEvents(@Args() _: PageArgs): RowQuery {
    return eventsOfTopic('LINK');
  }

  @Subscription(() => LinkEvent, {
    name: 'linkEvents',
    description:
      'Delivers the events about link requests to the viewer’s partner: first the events after the cursor, then new events. Without a cursor, only new events.',
    subscribe: subscribe('LINK'),
  })
  linkEventsLive(@Args() _: FollowArgs): never {
    throw new Error('read by the engine');
  }
}
