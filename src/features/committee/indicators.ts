import type { Context } from '../../access/context.js';
import { type IndicatorDefinition, type IndicatorKey, published, registry } from '../indicators/index.js';
import {
  type Cell,
  explore,
  type Figure,
  inSteps,
  publish,
  type Question,
  type Shown,
} from './disclosure/index.js';
import {
  committeeSession,
  type Directory,
  disguise,
  fingerprintStatement,
  notYetMade,
  partnersStatement,
} from './facts.js';
import type { FigureState, Indicator } from './indicator.js';
import { binsOf, monthsOf, type PeriodInput, yearOf } from './period.js';

/** A figure as the facts hold it; `partner_id` null for the whole town. */
interface FigureRow {
  readonly key: IndicatorKey;
  readonly partner_id: string | null;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly people: number;
  readonly base: number;
  readonly top: number;
  readonly companies: number | null;
  readonly top_company: number | null;
  readonly quantiles: (number | null)[] | null;
}

/**
 * The indicators of a period. Those of a calendar year are published figures, exact; others are explored
 * ones, with noise: both pass the disclosure control.
 */
export async function indicatorsOf(period: PeriodInput, context: Context): Promise<Indicator[]> {
  const { database, language, secret } = context;
  const [bin] = binsOf(period, undefined, language);
  const year = yearOf(bin);
  const ofPeriod = 'from committee.period where "from" = $1 and until = $2';
  const span = [bin.from, bin.until];
  const [figures, partners, built, fingerprints] = (await database.reader.read(committeeSession, [
    { text: `select i.* from committee.indicator i where period_id = (select id ${ofPeriod})`, values: span },
    partnersStatement,
    { text: `select built_at ${ofPeriod}`, values: span },
    fingerprintStatement(),
  ])) as unknown as [FigureRow[], Directory[], { built_at: Date | null }[], { value: string }[]];

  if (built[0] && !built[0].built_at) throw notYetMade(language);
  const ids = partners.map(({ id }) => id);
  const noise = disguise(secret, fingerprints);
  const months = monthsOf([bin]);
  return (Object.entries(registry) as [IndicatorKey, IndicatorDefinition][]).map(([key, definition]) => {
    const rows = new Map(figures.filter((row) => row.key === key).map((row) => [row.partner_id, row]));
    const cells = [...rows.values()].map((row) => cellOf(definition, row));
    const question = (by: Question['by']): Question => ({
      ...{ subject: key, period: months, by, within: [] },
      measures: [
        {
          name: key,
          kind: definition.kind,
          contribution: inSteps(rows.get(null)?.top ?? 1),
        },
      ],
    });
    const byPartner: Question['by'] = [{ name: 'PARTNER', domain: ids }];
    const shown = new Map<string | null, Shown | undefined>(
      (year !== undefined
        ? publish(question(byPartner), cells)
        : [
            ...explore(question(byPartner), cells, noise),
            ...explore(
              question([]),
              cells.filter(({ at }) => at[0] === null).map((cell) => ({ ...cell, at: [] })),
              noise,
            ),
          ]
      ).map(({ at, shown: figure }) => [at[0] ?? null, figure[key]]),
    );
    const figureOf = (partner: string | null) => {
      const row = rows.get(partner);
      const { value, withheld } = shown.get(partner) ?? { value: null, withheld: true };
      const state: FigureState = withheld
        ? 'WITHHELD'
        : value !== null
          ? 'SHOWN'
          : row && row.base > 0 && definition.kind === 'MEDIAN'
            ? 'NOT_REACHED'
            : 'NO_DATA';
      const told = state === 'SHOWN' && year !== undefined && row?.denominator != null;
      return {
        value: key === 'CLAUSE_HOURS_RATE' && value !== null ? ratio(value, row?.denominator ?? 0) : value,
        withheld,
        state,
        denominator: told ? (row?.denominator ?? null) : null,
      };
    };
    const parts = key === 'CLAUSE_HOURS_RATE' ? [] : ids.map((id) => ({ partner: id, ...figureOf(id) }));
    return {
      key,
      label: definition.label[language],
      definition: definition.definition[language],
      definitionVersion: definition.version,
      unit: definition.unit,
      exact: year !== undefined,
      ...figureOf(null),
      coverage: { partners: parts.filter(({ state }) => state === 'SHOWN').length, of: ids.length },
      byPartner: parts,
      published: published
        .filter((it) => it.key === key && it.year === year)
        .map(({ value, label, source }) => ({ value, label: label[language], source: source[language] })),
      dataAsOf: built[0]?.built_at ?? new Date(),
    };
  });
}

/** A figure as the disclosure control looks at it. */
function cellOf({ kind, isPart }: IndicatorDefinition, row: FigureRow): Cell {
  const key = row.key;
  const figures: Record<IndicatorDefinition['kind'], Figure> = {
    COUNT: row.numerator,
    HOURS: {
      hours: row.numerator,
      companies: row.companies ?? 0,
      largest: row.numerator * (row.top_company ?? 0),
    },
    RATE: {
      numerator: row.numerator,
      denominator: row.denominator ?? 0,
      people: row.base,
      sides: [row.people, row.base - row.people],
    },
    MEDIAN: { people: row.base, quantiles: row.quantiles ?? [null] },
  };
  // A part of a group says as much of those who are not in it: the smaller side counts.
  const standsFor = isPart ? Math.min(row.people, row.base - row.people) : row.base;
  const people =
    kind === 'HOURS' || (kind === 'COUNT' && !isPart)
      ? row.people
      : Math.max(standsFor, row.base > 0 ? 1 : 0);
  return { at: [row.partner_id], people, figures: { [key]: figures[kind] } };
}

const ratio = (part: number, whole: number) => (whole > 0 ? Math.round((part / whole) * 100) / 100 : null);
