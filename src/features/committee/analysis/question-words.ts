import { type Language, type Text } from '../../../i18n.js';
import { type Directories, valuesOf } from '../directories.js';
import { dimensionLabels, subjectLabels } from '../lattice/labels.js';
import type { CellDimension } from '../lattice/subjects.js';
import { daysOf } from '../period.js';
import { periodTitle } from '../words.js';
import type { AdHocQuestion } from './question.js';

const subjectTitle: Text = { fr: 'Sujet', en: 'Subject' };
const filterTitle: Text = { fr: 'Filtre', en: 'Filter' };

/** What a question is about: its subject, its period and the values of its filter. */
export function questionParts(
  { subject, periods, filter }: AdHocQuestion,
  directories: Directories,
  language: Language,
): [title: string, text: string][] {
  const [first] = periods;
  const { until } = periods.at(-1) ?? first;
  const filters = (Object.entries(filter) as [CellDimension, string][]).map(([dimension, key]) => {
    const value = valuesOf(subject, dimension, directories, language).find((it) => it.key === key);
    const colon = language === 'fr' ? '\u00a0:' : ':';
    return `${dimensionLabels[dimension][language]}${colon} ${value?.label ?? key}`;
  });
  return [
    [subjectTitle[language], subjectLabels[subject][language]],
    [periodTitle[language], daysOf({ from: first.from, until }, language)],
    ...filters.map((text): [string, string] => [filterTitle[language], text]),
  ];
}
