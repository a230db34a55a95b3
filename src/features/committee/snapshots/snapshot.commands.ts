import { Field, InputType, Int } from 'type-graphql';
import { committeeReaders } from '../../../access/role.js';
import { CreatingInput } from '../../../commands/creating-input.js';
import { defineCommand } from '../../../commands/define-command.js';
import { Line, tidy } from '../../../commands/input-rules.js';
import { refusal } from '../../../commands/refusal.js';
import { DateScalar } from '../../../graphql/scalars.js';
import { Member } from '../../partners/index.js';
import { calendarYear } from '../year.js';
import { CommitteeSnapshot } from './committee-snapshot.js';
import { presented } from './presented.js';
import { Snapshot, snapshots } from './snapshot.js';

@InputType({ description: 'A year whose figures are stored as a release presents them.' })
class TakeSnapshotInput extends CreatingInput {
  @Field(() => Int, { description: 'The calendar year: the current year or an earlier one.' })
  year!: number;

  @Line(200)
  @Field(() => String, { description: 'The snapshot’s title, at most 200 characters.' })
  title!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day of the release whose figures are stored; the latest one when left out.',
  })
  release?: string | null;
}

export const takeSnapshot = defineCommand({
  name: 'takeSnapshot',
  description:
    'Stores the indicators of a year and the answers to all shared questions for that year, exactly as presented now. Shared questions that cannot be asked any more are left out. For members of the steering committee.',
  input: TakeSnapshotInput,
  roles: committeeReaders,
  extraFields: {
    snapshot: {
      type: () => Snapshot,
      nullable: true,
      description: 'The snapshot; null when the command was refused.',
      async value(context, { id }) {
        const [snapshot] = id === null ? [] : await snapshots(context, String(id));
        return snapshot ?? null;
      },
    },
  },
  // Runs before the transaction, because the facts are read on another connection.
  on: null,
  async prepare(context, { year, release }) {
    const period = committeeReaders.includes(context.viewer.role) ? calendarYear(year) : undefined;
    return period && (await presented(period, release, context));
  },
  async run({ em, viewer, now, context }, { year, title }, content) {
    if (!content) {
      throw refusal('INVALID', 'year', {
        fr: 'Il n’y a pas de chiffres pour cette année : choisissez-en une autre.',
        en: 'There are no figures for this year: choose another one.',
      });
    }
    const snapshot = em.create(CommitteeSnapshot, {
      year,
      title: tidy(title),
      language: context.language,
      takenBy: em.getReference(Member, viewer.memberId),
      takenAt: now,
      content,
    } as never);
    return snapshot.id;
  },
});
