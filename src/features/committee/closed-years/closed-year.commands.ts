import { Field, InputType, Int } from 'type-graphql';
import type { Role } from '../../../access/role.js';
import { today } from '../../../calendar.js';
import { CreatingInput } from '../../../commands/creating-input.js';
import { defineCommand, type ExtraField } from '../../../commands/define-command.js';
import { Line, tidy } from '../../../commands/input-rules.js';
import { refusal } from '../../../commands/refusal.js';
import type { Context } from '../../../context.js';
import { AnalysisSubject } from '../lattice/lists.js';
import { allSubjects } from '../lattice/subjects.js';
import { calendarYear } from '../year.js';
import {
  checkIsComplete,
  exactFigures,
  lockClosedYears,
  marksOf,
  readYear,
  storeYear,
  withoutFigures,
  type YearNow,
} from './close-year.js';
import { ClosedMarks } from './closed-marks.entity.js';
import { ClosedYear } from './closed-year.entity.js';
import { ClosedYearInfo, closedYearsById } from './closed-year.js';
import { changesToShow, hasChanged, revised } from './revision.js';

const coordinators: readonly Role[] = ['COORDINATOR'];

const closedYears: ExtraField = {
  type: () => [ClosedYearInfo],
  nullable: true,
  description: 'The figures that are final now; null when the command was refused.',
  value: (context, { id }) => (id === null ? null : closedYearsById([id].flat(), context)),
};

/** Reads the figures of the year; not for other roles and for years without figures, which are refused. */
async function readForCoordinator(
  context: Context,
  { year }: { year: number },
): Promise<YearNow | undefined> {
  const isAsked = coordinators.includes(context.viewer.role) && calendarYear(year);
  return isAsked ? readYear(year, context) : undefined;
}

@InputType({ description: 'A year whose figures become final.' })
class CloseYearInput extends CreatingInput {
  @Field(() => Int, { description: 'A calendar year that is over and complete.' })
  year!: number;
}

export const closeYear = defineCommand({
  name: 'closeYear',
  description:
    'Makes the indicators of a year final and exact, with suppression. It cannot be undone; errors are corrected in a revision. For the coordinator.',
  input: CloseYearInput,
  roles: coordinators,
  on: null,
  extraFields: { closedYears },
  prepare: (context, input) => readForCoordinator(context, input),
  async run(command, { year }, now) {
    if (!now) throw refusal('NOT_FOUND', 'year', withoutFigures);
    const latest = checkIsComplete(year, now);
    const ids: string[] = [];
    await command.asSystem(async () => {
      await lockClosedYears(command);
      if ((await command.em.count(ClosedYear, { year })) > 0)
        throw refusal('INVALID', 'year', {
          fr: 'Cette année est déjà close : corrigez-la par une révision.',
          en: 'This year is closed already: correct it in a revision.',
        });
      for (const subject of allSubjects) {
        const figures = exactFigures(subject, now.figures, latest);
        const marks = marksOf(subject, now.figures);
        ids.push(await storeYear(command, { year, subject, revision: 0, reason: null, figures, marks }));
      }
    });
    return ids;
  },
});

@InputType({ description: 'A correction of a closed year.' })
class ReviseYearInput extends CreatingInput {
  @Field(() => Int, { description: 'The closed year.' })
  year!: number;

  @Field(() => AnalysisSubject, { description: 'The subject whose figures are counted again.' })
  subject!: AnalysisSubject;

  @Line(500)
  @Field(() => String, {
    description:
      'Why the figures are corrected, at most 500 characters. The committee reads it, so it names nobody.',
  })
  reason!: string;
}

export const reviseYear = defineCommand({
  name: 'reviseYear',
  description:
    'Counts the final figures of a subject in a closed year again: a numbered revision with its reason, at most one a year, and none that would show a change of a few persons. For the coordinator.',
  input: ReviseYearInput,
  roles: coordinators,
  on: null,
  extraFields: { closedYears },
  prepare: (context, input) => readForCoordinator(context, input),
  async run(command, { year, subject, reason }, now) {
    if (!now?.latest) throw refusal('NOT_FOUND', 'year', withoutFigures);
    const { latest, figures: rows } = now;
    let id = '';
    await command.asSystem(async () => {
      const { em } = command;
      await lockClosedYears(command);
      const [last] = await em.find(
        ClosedYear,
        { year, subject },
        { orderBy: { revision: 'desc' }, limit: 1 },
      );
      if (!last) throw refusal('INVALID', 'year', notClosed);
      if (last.revision > 0 && yearOf(last.madeAt) === yearOf(command.now))
        throw refusal('INVALID', 'subject', oneAYear);
      const { marks: before } = await em.findOneOrFail(ClosedMarks, { closedYear: last.id });
      const marks = marksOf(subject, rows);
      if (!hasChanged(before, marks)) throw refusal('INVALID', 'subject', unchanged);
      const counted = { figures: exactFigures(subject, rows, latest), marks };
      const content = revised(
        { figures: last.figures, marks: before },
        counted,
        changesToShow(before, marks),
      );
      if (!content) throw refusal('INVALID', 'subject', tooFew);
      const revision = last.revision + 1;
      id = await storeYear(command, { year, subject, revision, reason: tidy(reason), ...content });
    });
    return id;
  },
});

/** The year in the town at a moment. */
const yearOf = (moment: Date) => today(moment).slice(0, 4);

const notClosed = {
  fr: 'Cette année n’est pas close : closez-la d’abord.',
  en: 'This year is not closed: close it first.',
};
const oneAYear = {
  fr: 'Une révision de ce sujet est déjà parue cette année : regroupez les corrections dans celle de l’an prochain.',
  en: 'A revision of this subject has been made this year: batch the corrections in next year’s.',
};
const unchanged = {
  fr: 'Rien n’a changé : il n’y a rien à corriger.',
  en: 'Nothing has changed: there is nothing to correct.',
};
const tooFew = {
  fr: 'La révision ferait voir le changement de quelques personnes seulement : attendez d’autres corrections.',
  en: 'The revision would show the change of a few persons only: wait for further corrections.',
};
