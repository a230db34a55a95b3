import { Args, Field, ID, ObjectType, Query, Resolver, Subscription } from 'type-graphql';
import { Event } from '../../events/event.js';
import { eventsOfTopic, FollowArgs, PartnerEvent, subscribe } from '../../events/topic.js';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { closedSet } from '../../graphql/enum.js';
import { idPrefix } from '../../graphql/ids.js';
import { Computed, Reads, type RowQuery, selectOne, ViewOf } from '../../graphql/read/declare.js';
import type { Row } from '../../graphql/read/row.js';
import { literal, sql } from '../../graphql/read/sql.js';
import { Partner } from '../partners/index.js';
import { Beneficiary, personNow } from './beneficiary.js';

const BeneficiaryEventKind = closedSet('BeneficiaryEventKind', 'The kinds of events about a person’s file.', {
  REGISTERED: 'The person was registered.',
  REFERENCE_CHANGED: 'The viewer’s partner set, changed or removed its own reference of the person.',
  MERGED:
    'Another file of the same person was merged into this file. `replaced` is the id of the other file, for partners that knew it.',
  MERGE_UNDONE:
    'A merge was undone, and the two files are separate again. `replaced` is the id of the file that this file was merged with, for partners that knew the person by that id.',
});
type BeneficiaryEventKind = keyof typeof BeneficiaryEventKind;

@ViewOf(() => Event)
@ObjectType({
  description: 'An event about a person’s file. Visible to the partner to which it was delivered.',
})
export class BeneficiaryEvent extends PartnerEvent {
  @Field(() => BeneficiaryEventKind, { description: 'What happened.' })
  kind!: BeneficiaryEventKind;

  @Field(() => Partner, {
    nullable: true,
    description: 'The partner that caused the event; null when the hub caused it.',
  })
  @Reads()
  by(_: unknown, event: Row): RowQuery {
    return selectOne(Partner, (partner) => sql`${partner.column('id')} = ${event.column('byId')}`);
  }

  @Field(() => Beneficiary, {
    nullable: true,
    description:
      'The person with the current data, read with the viewer’s rights; null when the viewer may not see the person.',
  })
  @Reads()
  beneficiary(_: unknown, event: Row): RowQuery {
    return selectOne(Beneficiary, (it) => sql`${it.column('id')} = ${personNow(event.column('subject'))}`);
  }

  @Field(() => ID, {
    nullable: true,
    description:
      'The id by which the viewer’s partner knew the person before the event. Clients must replace it with the id of `beneficiary`. Null when the partner did not know another id, and after the file with that id was erased.',
  })
  @Computed((event) => sql`${literal(idPrefix('Beneficiary'))} || ${event.column('replaced')}`)
  replaced?: string | null;
}

const BeneficiaryEventConnection = connectionOf('BeneficiaryEvent', () => BeneficiaryEvent as never, false);

@Resolver()
export class BeneficiaryEventResolver {
  @Query(() => BeneficiaryEventConnection, {
    description:
      'The events about persons’ files that were delivered to the viewer’s partner, oldest first. The subscription delivers the same events.',
  })
  @Reads()
  beneficiaryEvents(@Args() _: PageArgs): RowQuery {
    return eventsOfTopic('BENEFICIARY');
  }

  @Subscription(() => BeneficiaryEvent, {
    name: 'beneficiaryEvents',
    description:
      'Delivers the events about persons’ files to the viewer’s partner: first the events after the cursor, then new events. Without a cursor, only new events.',
    subscribe: subscribe('BENEFICIARY'),
  })
  beneficiaryEventsLive(@Args() _: FollowArgs): never {
    throw new Error('read by the engine');
  }
}
