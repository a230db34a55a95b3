import { activityStates, partnerActivityWords, reportedStates } from '../../copy/partner-activity.js';
import { questionWords } from '../../copy/questions.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { useWords } from '../../lib/language.js';
import { spans } from '../../lib/periods.js';
import { useNumbers } from './figure.js';
import css from './figures.module.css';
import { usePeriodNames } from './period-names.js';
import { ScrollFrame } from './scroll-frame.js';

const WithPartnersAnalysis = graphql(/* GraphQL */ `
  fragment WithPartners_Analysis on Analysis {
    columns {
      key
      label
    }
    rows {
      keys
      dimensions
      measures
      withPartners {
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
    }
  }
`);

/** The figures of an answer together with those of partners' own systems; nothing when no system took part. */
export function WithPartners({ analysis: masked }: { analysis: FragmentType<typeof WithPartnersAnalysis> }) {
  const { columns, rows } = read(WithPartnersAnalysis, masked);
  const text = useWords(partnerActivityWords);
  const { wholeTown } = useWords(questionWords);
  const states = useWords(activityStates);
  const reported = useWords(reportedStates);
  const { number } = useNumbers();
  const say = usePeriodNames();
  // A period has no label but its name.
  const said = (column: number, value: string | null) =>
    (columns[column]?.key ?? '') in spans ? say(value ?? '') : value;
  const sums = rows.flatMap((row) =>
    (row.withPartners ?? []).map((sum, at) => ({
      ...sum,
      key: `${row.keys.join()} ${at}`,
      hub: row.measures[at],
      // The measures are the last columns.
      label: [
        row.dimensions.map((value, column) => said(column, value)).join(', ') || wholeTown,
        columns[columns.length - row.measures.length + at]?.label,
      ].join(' – '),
    })),
  );
  if (sums.length === 0) return null;
  const partners = [
    ...new Map(sums.flatMap((sum) => sum.partners).map(({ partner }) => [partner.id, partner])).values(),
  ];
  return (
    <section className={css.answer}>
      <h3>{text.title}</h3>
      <ScrollFrame label={text.title}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{text.figure}</th>
              <th scope="col">{text.hub}</th>
              {partners.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col">{text.together}</th>
              <th scope="col">{text.contains}</th>
            </tr>
          </thead>
          <tbody className={css.rows}>
            {sums.map(({ key, label, hub, value, margin, state, partners: reports }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td className={css.value}>{number(hub)}</td>
                {partners.map(({ id }) => {
                  const report = reports.find(({ partner }) => partner.id === id);
                  return (
                    <td key={id} className={report?.state === 'REPORTED' ? css.value : css.hidden}>
                      {report?.state === 'REPORTED'
                        ? number(report.value)
                        : reported[report?.state ?? 'MISSING']}
                    </td>
                  );
                })}
                <td className={css.value}>
                  {number(value)}
                  {margin ? ` ± ${number(margin)}` : ''}
                </td>
                <td>{states[state]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      <p className={css.soft}>{text.why}</p>
    </section>
  );
}
