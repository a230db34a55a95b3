import { ArgsType, Field, ObjectType } from 'type-graphql';
import { NIL } from 'uuid';
import { databaseRoleOf, type Viewer } from '../access/viewer.js';
import { cursorOf } from '../graphql/read/cursor.js';
import { Computed, type RowQuery, selectMany } from '../graphql/read/declare.js';
import { literal, raw, sql } from '../graphql/read/sql.js';
import { DateTimeScalar } from '../graphql/scalars.js';
import { Event } from './event.js';
import type { Feed } from './feed.js';
import { eventOrder, settled } from './order.js';
import type { Transport } from './subscriber.js';
import type { Topic } from './topics.js';

/* What all topics share in the API: a query that replays the events, and a subscription. */

/** The common fields of all events; the type of a topic adds the kind and the object. */
@ObjectType({ description: 'An event that was delivered to a partner.' })
export abstract class PartnerEvent {
  @Field(() => String, {
    description: 'Position of this event. Pass it as `after` to resume after this event.',
  })
  @Computed((event) => cursorOf(eventOrder, event))
  cursor!: string;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at!: Date;
}

@ArgsType()
export class FollowArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Cursor of the last event received; the events after it follow. Without it, only new events.',
  })
  after?: string | null;
}

/** The events of a topic that the viewer may see, oldest first. */
export function eventsOfTopic(topic: Topic): RowQuery {
  return selectMany(
    Event,
    eventOrder,
    (event) => sql`${event.column('partnerId')} = ${raw('(select access.partner_id())')}`,
    (event) => sql`${event.column('topic')} = ${literal(topic)}`,
    settled,
  );
}

/** The part of a resolver's context that a subscription needs. */
interface SubscriptionContext {
  readonly viewer: Viewer;
  readonly feed: Feed;
  readonly transport?: Transport;
}

/**
 * The `subscribe` resolver of a topic: the events for the viewer's partner, or for the viewer alone, after a cursor,
 * then live events.
 * @param subjectOf the key of the object whose events are subscribed to; undefined for a key that no object has. All
 * events of the topic without it
 */
export function subscribe<Args extends FollowArgs>(
  topic: Topic,
  subjectOf?: (args: Args) => string | undefined,
) {
  return ({ args, context: { feed, viewer, transport } }: { args: Args; context: SubscriptionContext }) => {
    const recipient = topic === 'NOTIFICATION' ? viewer.memberId : viewer.partnerId;
    const events = { topic, ...(subjectOf && { subject: subjectOf(args) ?? NIL }) };
    return feed.subscribe(databaseRoleOf(viewer), recipient, events, args.after, transport) as never;
  };
}
