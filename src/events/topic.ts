import { ArgsType, Field, ObjectType } from 'type-graphql';
import type { Context } from '../access/context.js';
import { databaseRoleOf } from '../access/viewer.js';
import { cursorOf } from '../graphql/read/cursor.js';
import { Computed, type RowQuery, selectMany } from '../graphql/read/declare.js';
import { literal, raw, sql } from '../graphql/read/sql.js';
import { DateTimeScalar } from '../graphql/scalars.js';
import { Event } from './event.js';
import { eventOrder, settled } from './order.js';
import type { Topic } from './topics.js';

/* What the events of every topic have in common in the API: a query that replays them, a subscription. */

/** What every event shows; a topic's own type adds its kind and what it is about. */
@ObjectType({ description: 'Something that a partner was told.' })
export abstract class ToldEvent {
  @Field(() => String, { description: 'Pass it as `after` to go on from here.' })
  @Computed((event) => cursorOf(eventOrder, event))
  cursor!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;
}

@ArgsType()
export class FollowArgs {
  @Field(() => String, { nullable: true, description: 'The cursor of the last event seen.' })
  after?: string | null;
}

/** The events of a topic that the viewer's partner was told, oldest first. */
export function eventsOfTopic(topic: Topic): RowQuery {
  return selectMany(
    Event,
    eventOrder,
    (event) => sql`${event.column('partnerId')} = ${raw('(select access.partner_id())')}`,
    (event) => sql`${event.column('topic')} = ${literal(topic)}`,
    settled,
  );
}

/** The `subscribe` of a topic: what the viewer's partner is told of it, after a cursor and then live. */
export function subscribe(topic: Topic) {
  return ({ args, context: { feed, viewer, transport } }: { args: FollowArgs; context: Context }) =>
    feed.subscribe(databaseRoleOf(viewer), viewer.partnerId, topic, args.after, transport) as never;
}
