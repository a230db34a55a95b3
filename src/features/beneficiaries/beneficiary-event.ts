import { Args, Field, ID, ObjectType, Query, Resolver, Subscription } from 'type-graphql';
import { Event } from '../../events/event.js';
import { eventsOfTopic, FollowArgs, subscribe, ToldEvent } from '../../events/topic.js';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { closedSet } from '../../graphql/enum.js';
import { idPrefix } from '../../graphql/ids.js';
import { Computed, Reads, type RowQuery, selectOne, ViewOf } from '../../graphql/read/declare.js';
import type { Row } from '../../graphql/read/row.js';
import { literal, sql } from '../../graphql/read/sql.js';
import { Partner } from '../partners/index.js';
import { Beneficiary, personNow } from './beneficiary.js';

const BeneficiaryEventKind = closedSet('BeneficiaryEventKind', 'What happened to a person’s file.', {
  REGISTERED: 'The person was registered.',
  MERGED:
    'Another file of the person was merged into this one. `replaced` is the id of that file, for partners that knew it.',
  MERGE_UNDONE:
    'A merge was undone: the file is as if it had not been. `replaced` is the id under which the file was merged, for partners that knew it.',
});
type BeneficiaryEventKind = keyof typeof BeneficiaryEventKind;

@ViewOf(() => Event)
@ObjectType({
  description: 'Something that happened to a person’s file. Seen by the partner that it was told to.',
})
export class BeneficiaryEvent extends ToldEvent {
  @Field(() => BeneficiaryEventKind, { description: 'What happened.' })
  kind!: BeneficiaryEventKind;

  @Field(() => Partner, { nullable: true, description: 'The partner that did it; null for the hub itself.' })
  @Reads()
  by(_: unknown, event: Row): RowQuery {
    return selectOne(Partner, (partner) => sql`${partner.column('id')} = ${event.column('byId')}`);
  }

  @Field(() => Beneficiary, {
    nullable: true,
    description:
      'The person as the file is now, under the viewer’s rights; null when it is not for the viewer.',
  })
  @Reads()
  beneficiary(_: unknown, event: Row): RowQuery {
    return selectOne(Beneficiary, (it) => sql`${it.column('id')} = ${personNow(event.column('subject'))}`);
  }

  @Field(() => ID, {
    nullable: true,
    description:
      'The id by which the viewer’s partner knew the person until then: it is to be replaced by that of `beneficiary`. Null where it knew none, and once that file is erased.',
  })
  @Computed((event) => sql`${literal(idPrefix('Beneficiary'))} || ${event.column('replaced')}`)
  replaced?: string | null;
}

const BeneficiaryEventConnection = connectionOf('BeneficiaryEvent', () => BeneficiaryEvent as never, false);

@Resolver()
export class BeneficiaryEventResolver {
  @Query(() => BeneficiaryEventConnection, {
    description:
      'What the viewer’s partner was told of persons’ files, oldest first: the same that the subscription delivers.',
  })
  @Reads()
  beneficiaryEvents(@Args() _: PageArgs): RowQuery {
    return eventsOfTopic('BENEFICIARY');
  }

  @Subscription(() => BeneficiaryEvent, {
    name: 'beneficiaryEvents',
    description:
      'What the viewer’s partner is told of persons’ files, after the cursor, then live. Without a cursor: live only.',
    subscribe: subscribe('BENEFICIARY'),
  })
  beneficiaryEventsLive(@Args() _: FollowArgs): never {
    throw new Error('read by the engine');
  }
}
