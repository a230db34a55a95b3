import type { Context } from '../../context.js';
import { type IndicatorDefinition, type IndicatorKey, published, registry } from '../indicators/index.js';
import { partnerNames } from './directories.js';
import { type ReleasedFigure, ReleasedFigures, type Wanted } from './figures/released-figures.js';
import { SystemsActivity } from './figures/systems-activity.js';
import type { Indicator } from './indicator.js';
import type { Period } from './lattice/period.js';
import type { CellDimension } from './lattice/subjects.js';
import { type IndicatorPlace, indicatorPlaces } from './measures/indicator-places.js';
import type { Place } from './measures/measures.js';
import { type PeriodInput, periodsOf } from './period.js';
import { readRelease } from './releases/read-release.js';
import { releaseOf } from './releases/release.js';
import { isWithheld } from './words.js';

/**
 * The indicators of a period, as a release shows them.
 * @param release the day of the release; the latest one if left out
 * @throws a client's error when there is no such release
 */
export async function indicatorsOf(
  period: PeriodInput,
  release: string | null | undefined,
  context: Context,
): Promise<Indicator[]> {
  const [only] = periodsOf(period, undefined);
  const row = await readRelease(release, context);
  const wanted = Object.values(indicatorPlaces).flatMap(wantedOf);
  const figures = await ReleasedFigures.read(row, [only], wanted, context);
  const asked = [...new Set(wanted.map(({ subject }) => subject))];
  const activity = await SystemsActivity.read(row, asked, [only], context);
  const shownRelease = releaseOf(row);
  const partners = [...(await partnerNames(context)).keys()].filter((key) => row.partners.includes(key));
  return (Object.entries(registry) as [IndicatorKey, IndicatorDefinition][]).map(([key, definition]) => {
    const { language } = context;
    const { subject, measure, at } = indicatorPlaces[key];
    const town = figureOf(key, only, null, figures);
    const parts = partFigures(key, only, partners, figures);
    const applying = parts.filter(({ state }) => state !== 'NOT_APPLICABLE');
    return {
      key,
      release: shownRelease,
      label: definition.label[language],
      definition: definition.definition[language],
      definitionVersion: definition.version,
      unit: definition.unit,
      ...presented(town),
      coverage: {
        partners: applying.filter(({ state }) => state === 'SHOWN').length,
        of: applying.length,
      },
      byPartner: parts.map(({ partner, ...figure }) => ({ partner, ...presented(figure) })),
      withPartners: activity.sum(subject, measure, only, at, town),
      published: published
        .filter((it) => it.key === key && String(it.year) === only.name)
        .map(({ value, label, source }) => ({ value, label: label[language], source: source[language] })),
      dataAsOf: row.madeAt,
    };
  });
}

const presented = (figure: ReleasedFigure) => ({ ...figure, withheld: isWithheld(figure.state) });

/** What is read for the town's figure and for those of the partners. */
function wantedOf({ subject, measure, at, partner, partnerMeasure }: IndicatorPlace): Wanted[] {
  const dimensions = Object.keys(at) as CellDimension[];
  return [
    { subject, measures: [measure], dimensions },
    ...(partner
      ? [{ subject, measures: [partnerMeasure ?? measure], dimensions: [...dimensions, partner] }]
      : []),
  ];
}

function partFigures(
  key: IndicatorKey,
  period: Period,
  partners: readonly string[],
  figures: ReleasedFigures,
): (ReleasedFigure & { partner: string })[] {
  if (!indicatorPlaces[key].partner) return [];
  return partners.map((partner) => ({ partner, ...figureOf(key, period, partner, figures) }));
}

function figureOf(
  key: IndicatorKey,
  period: Period,
  partner: string | null,
  figures: ReleasedFigures,
): ReleasedFigure {
  const { subject, measure, at, partner: dimension, partnerMeasure } = indicatorPlaces[key];
  const place: Place = partner && dimension ? { ...at, [dimension]: partner } : at;
  const name = partner ? (partnerMeasure ?? measure) : measure;
  return figures.figure(subject, name, period, place);
}
