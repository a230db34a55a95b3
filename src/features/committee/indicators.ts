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
  fingerprintStatement,
  noiseInput,
  notYetMade,
  partnersStatement,
} from './facts.js';
import type { FigureState, Indicator } from './indicator.js';
import { binsOf, monthsOf, type PeriodInput, yearOf } from './period.js';

/** A row of figures in the facts; `partner_id` is null for the whole town. */
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

/** The facts from which the indicators of a period are computed. */
interface IndicatorFacts {
  readonly figures: readonly FigureRow[];
  /** The ids of all partners. */
  readonly partners: readonly string[];
  readonly fingerprints: { value: string }[];
  /** When the facts were computed; undefined where there are none. */
  readonly builtAt: Date | undefined;
  readonly months: Question['period'];
  /** Set for a calendar year, whose figures are exact. */
  readonly year: number | undefined;
}

/** A shown figure of the town or of a partner. */
type ShownFigure = Pick<Indicator, 'value' | 'withheld' | 'state' | 'denominator'>;

/**
 * The indicators of a period. Figures of a calendar year are exact (`publish`). Other figures carry noise
 * (`explore`). Both pass the disclosure control.
 */
export async function indicatorsOf(period: PeriodInput, context: Context): Promise<Indicator[]> {
  const { language, secret } = context;
  const facts = await factsOf(period, context);
  const noise = noiseInput(secret, facts.fingerprints);
  const { partners, year, builtAt } = facts;
  return (Object.entries(registry) as [IndicatorKey, IndicatorDefinition][]).map(([key, definition]) => {
    const figureOf = shownFigures(key, definition, facts, noise);
    const isWhole = key === 'CLAUSE_HOURS_RATE';
    const parts = isWhole ? [] : partners.map((id) => ({ partner: id, ...figureOf(id) }));
    return {
      key,
      label: definition.label[language],
      definition: definition.definition[language],
      definitionVersion: definition.version,
      unit: definition.unit,
      exact: year !== undefined,
      ...figureOf(null),
      coverage: { partners: parts.filter(({ state }) => state === 'SHOWN').length, of: partners.length },
      byPartner: parts,
      published: published
        .filter((it) => it.key === key && it.year === year)
        .map(({ value, label, source }) => ({ value, label: label[language], source: source[language] })),
      dataAsOf: builtAt ?? new Date(),
    };
  });
}

/** @throws a client's error when the facts of the period are not computed yet */
async function factsOf(period: PeriodInput, { database }: Context): Promise<IndicatorFacts> {
  const [bin] = binsOf(period, undefined);
  const ofPeriod = 'from committee.period where "from" = $1 and until = $2';
  const span = [bin.from, bin.until];
  const [figures, partners, [built], fingerprints] = (await database.reader.read(committeeSession, [
    { text: `select i.* from committee.indicator i where period_id = (select id ${ofPeriod})`, values: span },
    partnersStatement,
    { text: `select built_at ${ofPeriod}`, values: span },
    fingerprintStatement(),
  ])) as unknown as [FigureRow[], Directory[], [{ built_at: Date | null }?], { value: string }[]];
  if (built && !built.built_at) throw notYetMade();
  return {
    figures,
    partners: partners.map(({ id }) => id),
    fingerprints,
    builtAt: built?.built_at ?? undefined,
    months: monthsOf([bin]),
    year: yearOf(bin),
  };
}

/** Gives the shown figure of an indicator by the partner's id; null gives the figure of the whole town. */
function shownFigures(
  key: IndicatorKey,
  definition: IndicatorDefinition,
  { figures, partners, months, year }: IndicatorFacts,
  noise: ReturnType<typeof noiseInput>,
): (partner: string | null) => ShownFigure {
  const rows = new Map(figures.filter((row) => row.key === key).map((row) => [row.partner_id, row]));
  const cells = [...rows.values()].map((row) => cellOf(definition, row));
  const contribution = inSteps(rows.get(null)?.top ?? 1);
  const measures = [{ name: key, kind: definition.kind, contribution }];
  const question = (by: Question['by']): Question => ({
    subject: key,
    period: months,
    by,
    within: [],
    measures,
  });
  const byPartner = question([{ name: 'PARTNER', domain: partners }]);
  const ofTown = cells.filter(({ at }) => at[0] === null).map((cell) => ({ ...cell, at: [] }));
  const disclosed =
    year !== undefined
      ? publish(byPartner, cells)
      : [...explore(byPartner, cells, noise), ...explore(question([]), ofTown, noise)];
  const shown = new Map(disclosed.map(({ at, shown: figure }) => [at[0] ?? null, figure[key]]));
  return (partner) => {
    const row = rows.get(partner);
    const figure: Shown = shown.get(partner) ?? { value: null, withheld: true };
    const state = stateOf(figure, definition, row);
    const showsDenominator = state === 'SHOWN' && year !== undefined;
    return {
      value:
        key === 'CLAUSE_HOURS_RATE' && figure.value !== null
          ? ratio(figure.value, row?.denominator ?? 0)
          : figure.value,
      withheld: figure.withheld,
      state,
      denominator: showsDenominator ? (row?.denominator ?? null) : null,
    };
  };
}

function stateOf({ value, withheld }: Shown, { kind }: IndicatorDefinition, row?: FigureRow): FigureState {
  if (withheld) return 'WITHHELD';
  if (value !== null) return 'SHOWN';
  return row && row.base > 0 && kind === 'MEDIAN' ? 'NOT_REACHED' : 'NO_DATA';
}

/** A figure in the form that the disclosure control takes. */
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
  // A part of a group also describes the persons who are not in it, so the smaller side counts.
  const standsFor = isPart ? Math.min(row.people, row.base - row.people) : row.base;
  const people =
    kind === 'HOURS' || (kind === 'COUNT' && !isPart)
      ? row.people
      : Math.max(standsFor, row.base > 0 ? 1 : 0);
  return { at: [row.partner_id], people, figures: { [key]: figures[kind] } };
}

const ratio = (part: number, whole: number) => (whole > 0 ? Math.round((part / whole) * 100) / 100 : null);
