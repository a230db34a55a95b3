import { Field, Int, ObjectType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../../../graphql/scalars.js';
import { Partner } from '../../partners/index.js';
import { AnalysisSubject } from '../lattice/lists.js';
import { allSubjects } from '../lattice/subjects.js';
import { ProtectionLevel } from '../protection/level.js';
import type { ReleaseRow } from './read-release.js';

@ObjectType({ description: 'The definition of a subject in a release.' })
export class ReleaseDefinition {
  @Field(() => AnalysisSubject, { description: 'The subject.' })
  subject!: AnalysisSubject;

  @Field(() => Int, {
    description: 'The version of the definition; it grows whenever the definition changes.',
  })
  version!: number;

  @Field(() => Int, {
    description:
      'The days after the end of a period within which its rows are completed. The period is drawn in the first release after them.',
  })
  consolidationDays!: number;
}

@ObjectType({ description: 'A release that is due and not made yet.' })
export class DueRelease {
  @Field(() => DateScalar, { description: 'The first day of the month whose release it is.' })
  asOf!: string;
}

/** What the committee reads. Between two releases nothing moves, and a drawn figure never does. */
@ObjectType({
  description:
    'A release of figures (arrêté des chiffres): what the committee reads. Between two releases nothing moves, and a drawn figure never does.',
})
export class Release {
  @Field(() => DateScalar, {
    description:
      'The first day of the month whose release this is. Periods that were complete by then are in it.',
  })
  asOf!: string;

  @Field(() => DateTimeScalar, { description: 'When its data were read, in one snapshot.' })
  madeAt!: Date | string;

  @Field(() => [Partner], { description: 'The partners whose data are in it.' })
  partners!: readonly string[];

  @Field(() => [Partner], {
    description:
      'The partners whose data could not be had: their own system did not answer when the release was made.',
  })
  missing!: readonly string[];

  @Field(() => [ReleaseDefinition], { description: 'The definition of each subject.' })
  definitions!: readonly ReleaseDefinition[];

  @Field(() => ProtectionLevel, { description: 'How its figures are protected.' })
  level!: ProtectionLevel;
}

/** A release as the API shows it. */
export function releaseOf({ asOf, madeAt, partners, missing, definitions, level }: ReleaseRow): Release {
  return {
    asOf,
    madeAt,
    partners,
    missing,
    level,
    definitions: allSubjects.map((subject) => ({
      subject,
      version: definitions[subject]?.version ?? 0,
      consolidationDays: definitions[subject]?.consolidationDays ?? 0,
    })),
  };
}
