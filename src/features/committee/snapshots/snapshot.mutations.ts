import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../../access/context.js';
import { committeeReaders } from '../../../access/role.js';
import { type Command, runCommand } from '../../../commands/command.js';
import { CreatingInput } from '../../../commands/creating-input.js';
import { Line, tidy } from '../../../commands/input-rules.js';
import { notFound, refusal, UserError } from '../../../commands/refusal.js';
import { Member } from '../../partners/index.js';
import { calendarYear } from '../year.js';
import { CommitteeSnapshot } from './committee-snapshot.js';
import { type Presented, presented } from './presented.js';
import { Snapshot, snapshots } from './snapshot.js';

@InputType({ description: 'A year to keep as it is presented now.' })
class TakeSnapshotInput extends CreatingInput {
  @Field(() => Int, { description: 'The calendar year, this one at the latest.' })
  year!: number;

  @Line(200)
  @Field(() => String, { description: 'Its name, at most 200 characters.' })
  title!: string;
}

@ObjectType({ description: 'What `takeSnapshot` did.' })
class TakeSnapshotPayload {
  @Field(() => Snapshot, { nullable: true, description: 'The snapshot; null when the act was refused.' })
  snapshot!: Snapshot | null;

  @Field(() => [UserError], { description: 'Why the act was refused; empty when it was done.' })
  userErrors!: UserError[];
}

@Resolver()
export class SnapshotMutations {
  @Mutation(() => TakeSnapshotPayload, {
    description:
      'Keeps the indicators of a year, and the answers to all shared questions asked of that year, exactly as presented now. For members of the steering committee.',
  })
  async takeSnapshot(
    @Arg('input', () => TakeSnapshotInput, { description: 'What to do.' }) input: TakeSnapshotInput,
    @Ctx() context: Context,
  ): Promise<TakeSnapshotPayload> {
    const period = committeeReaders.includes(context.viewer.role) ? calendarYear(input.year) : undefined;
    // Before the act, which holds a connection: the facts are read on another.
    const content = period && (await presented(period, context));
    const { id, userErrors } = await runCommand(context, 'takeSnapshot', input, (command) =>
      take(command, input, content, context),
    );
    const [snapshot] = id === null ? [] : await snapshots(context, String(id));
    return { snapshot: snapshot ?? null, userErrors };
  }
}

/** Keeps what is presented of a year. For members of the committee. */
async function take(
  { em, viewer, now }: Command,
  { year, title }: TakeSnapshotInput,
  content: Presented | undefined,
  { language }: Context,
): Promise<string> {
  if (!committeeReaders.includes(viewer.role)) throw notFound('');
  if (!content) {
    throw refusal('INVALID', 'year', {
      fr: 'Il n’y a pas de chiffres pour cette année.',
      en: 'There are no figures of this year.',
    });
  }
  const snapshot = em.create(CommitteeSnapshot, {
    year,
    title: tidy(title),
    language,
    takenBy: em.getReference(Member, viewer.memberId),
    takenAt: now,
    content,
  } as never);
  return snapshot.id;
}
