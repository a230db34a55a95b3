import { activityStates, partnerActivityWords, reportedStates } from '../../copy/partner-activity.js';
import type { IndicatorUnit } from '../../hub/gql/enums.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { useWords } from '../../lib/language.js';
import { useNumbers } from './figure.js';
import { FigureTable } from './figure-table.js';
import css from './figures.module.css';

export const SumTableSum = graphql(/* GraphQL */ `
  fragment SumTable_Sum on ActivitySum {
    value
    margin
    state
    partners {
      partner {
        id
        name
      }
      value
      state
    }
  }
`);

/** A figure of the hub, and its sum with those of partners' systems. */
export interface Summed {
  readonly key: string;
  readonly label: string;
  readonly unit: IndicatorUnit;
  readonly hub: number | null | undefined;
  readonly sum: FragmentType<typeof SumTableSum>;
}

interface SumTableProps {
  /** The level of its heading on the screen. */
  readonly heading: 'h2' | 'h3';
  readonly sums: readonly Summed[];
}

/** Figures of the hub beside those of partners' own systems, with what the sum of them contains; nothing without sums. */
export function SumTable({ heading: Heading, sums: masked }: SumTableProps) {
  const text = useWords(partnerActivityWords);
  const states = useWords(activityStates);
  const reported = useWords(reportedStates);
  const numbers = useNumbers();
  const sums = masked.map(({ sum, ...figure }) => ({ ...figure, ...read(SumTableSum, sum) }));
  const partners = [
    ...new Map(sums.flatMap((sum) => sum.partners).map(({ partner }) => [partner.id, partner])).values(),
  ];
  const written = (value: number | null | undefined, unit: IndicatorUnit) =>
    unit === 'RATIO' ? numbers.share(value) : numbers.number(value);
  if (sums.length === 0) return null;
  return (
    <section className={css.answer}>
      <Heading>{text.title}</Heading>
      <FigureTable
        label={text.title}
        columns={[
          text.figure,
          numbersOf('hub', text.hub),
          ...partners.map(({ id, name }) => numbersOf(id, name)),
          numbersOf('together', text.together),
          text.contains,
        ]}
      >
        {sums.map(({ key, label, unit, hub, value, margin, state, partners: reports }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td className={css.value}>{written(hub, unit)}</td>
            {partners.map(({ id }) => {
              const report = reports.find(({ partner }) => partner.id === id);
              return report?.state === 'REPORTED' ? (
                <td key={id} className={css.value}>
                  {written(report.value, unit)}
                </td>
              ) : (
                <td key={id} className={`${css.hidden} ${css.number}`}>
                  {reported[report?.state ?? 'MISSING']}
                </td>
              );
            })}
            <td className={css.value}>
              {written(value, unit)}
              {margin ? ` ± ${numbers.number(margin)}` : ''}
            </td>
            <td className={css.contains}>
              {value == null && state !== 'PARTNER_MISSING' ? text.noSum : states[state]}
            </td>
          </tr>
        ))}
      </FigureTable>
      <p className={css.soft}>{text.why}</p>
    </section>
  );
}

/** A column of numbers. */
const numbersOf = (key: string, title: string) => ({ key, title, isNumber: true as const });
