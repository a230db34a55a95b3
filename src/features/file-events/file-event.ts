import { Args, ArgsType, Field, ID, ObjectType, Query, Resolver, Subscription } from 'type-graphql';
import { Event } from '../../events/event.js';
import { eventsOfTopic, FollowArgs, PartnerEvent, subscribe } from '../../events/topic.js';
import { connectionOf, PageArgs } from '../../graphql/connections.js';
import { closedSet } from '../../graphql/enum.js';
import { idPrefix, keyOf } from '../../graphql/ids.js';
import { Computed, Reads, type RowQuery, selectOne, ViewOf } from '../../graphql/read/declare.js';
import type { Row } from '../../graphql/read/row.js';
import { literal, sql } from '../../graphql/read/sql.js';
import { Beneficiary } from '../beneficiaries/index.js';

const FileEventKind = closedSet('FileEventKind', 'Which part of a person’s file has changed.', {
  ACCESS_ENDED: 'The viewer’s partner may no longer see the person. No other event about the file follows.',
  APPOINTMENT: 'Appointments. Needs a sharing of scope FOLLOW_UP.',
  ATTENDANCE: 'Attendances at forums. Needs a sharing of scope PATHWAY.',
  BARRIER: 'Barriers. Needs a sharing of scope FOLLOW_UP.',
  CONTACT: 'Telephone numbers and addresses.',
  CONTRACT: 'Contracts under the insertion clause. Needs a sharing of scope PATHWAY.',
  CRITERION: 'Criteria. Needs a sharing of scope PATHWAY.',
  NOTE: 'Notes that the viewer’s partner may see. Needs a sharing of scope FOLLOW_UP.',
  OBJECTIVE: 'Objectives. Needs a sharing of scope FOLLOW_UP.',
  OUTCOME: 'Outcomes of pathways. Needs a sharing of scope PATHWAY.',
  PATHWAY: 'Pathways. Needs a sharing of scope PATHWAY.',
  PERSON:
    'The file was registered, merged with another file or separated from it, or a partner changed its own reference of the person.',
  REFERRAL: 'Referrals of which the viewer’s partner is a side.',
  SHARING: 'Sharings of the person.',
  STEP: 'Steps that the viewer’s partner may see. Needs a sharing of scope PATHWAY.',
});
type FileEventKind = keyof typeof FileEventKind;

/** The events have the person as subject. They say which part of the file to read again, and nothing more. */
@ViewOf(() => Event)
@ObjectType({
  description:
    'Something in a person’s file has changed, whichever partner changed it. The event has no content: a client reads the changed part again. Visible to the partner to which it was delivered.',
})
export class FileEvent extends PartnerEvent {
  @Field(() => FileEventKind, { description: 'Which part of the file has changed.' })
  kind!: FileEventKind;

  @Field(() => ID, { description: 'The id of the person.' })
  @Computed((event) => sql`${literal(idPrefix('Beneficiary'))} || ${event.column('subject')}`)
  beneficiaryId!: string;

  @Field(() => Beneficiary, {
    nullable: true,
    description:
      'The person with the current data, read with the viewer’s rights; null when the viewer may not see the person.',
  })
  @Reads()
  beneficiary(_: unknown, event: Row): RowQuery {
    return selectOne(
      Beneficiary,
      (it) => sql`${it.column('id')} = access.person_now(${event.column('subject')})`,
    );
  }
}

const person = {
  description:
    'The id of the person. For a person whom the viewer may not see, as for one who does not exist, there are no events.',
};

@ArgsType()
class FileEventsArgs extends PageArgs {
  @Field(() => ID, person)
  beneficiary!: string;
}

@ArgsType()
class FollowFileArgs extends FollowArgs {
  @Field(() => ID, person)
  beneficiary!: string;
}

const FileEventConnection = connectionOf('FileEvent', () => FileEvent as never, false);

@Resolver()
export class FileEventResolver {
  @Query(() => FileEventConnection, {
    description:
      'The events about a person’s file that were delivered to the viewer’s partner, oldest first. The subscription delivers the same events.',
  })
  @Reads()
  fileEvents(@Args() { beneficiary }: FileEventsArgs): RowQuery {
    const key = keyOf('Beneficiary', beneficiary, ['beneficiary']);
    const events = eventsOfTopic('FILE');
    return { ...events, where: [...events.where, (event) => sql`${event.column('subject')} = ${key}::uuid`] };
  }

  @Subscription(() => FileEvent, {
    name: 'fileEvents',
    description:
      'Tells a client that shows a person’s file of each change that the viewer’s partner may see, whichever partner made it, and of the end of the partner’s access. First the events after the cursor, then new events. Without a cursor, only new events.',
    subscribe: subscribe<FollowFileArgs>('FILE', ({ beneficiary }) =>
      keyOf('Beneficiary', beneficiary, ['beneficiary']),
    ),
  })
  fileEventsLive(@Args() _: FollowFileArgs): never {
    throw new Error('read by the engine');
  }
}
