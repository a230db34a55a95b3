import { activityStates, partnerActivityWords, reportedStates } from '../../copy/partner-activity.js';
import { questionWords } from '../../copy/questions.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { useWords } from '../../lib/language.js';
import { useNumbers } from './figure.js';
import { FigureTable } from './figure-table.js';
import css from './figures.module.css';
import { useValueNames } from './period-names.js';

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
  const said = useValueNames();
  const sums = rows.flatMap((row) =>
    (row.withPartners ?? []).map((sum, at) => ({
      ...sum,
      key: `${row.keys.join()} ${at}`,
      hub: row.measures[at],
      // The measures are the last columns.
      label: [
        row.dimensions.map((value, column) => said(columns[column]?.key, value)).join(', ') || wholeTown,
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
      <FigureTable
        label={text.title}
        columns={[
          text.figure,
          text.hub,
          ...partners.map(({ id, name }) => ({ key: id, title: name })),
          text.together,
          text.contains,
        ]}
      >
        {sums.map(({ key, label, hub, value, margin, state, partners: reports }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td className={css.value}>{number(hub)}</td>
            {partners.map(({ id }) => {
              const report = reports.find(({ partner }) => partner.id === id);
              return (
                <td key={id} className={report?.state === 'REPORTED' ? css.value : css.hidden}>
                  {report?.state === 'REPORTED' ? number(report.value) : reported[report?.state ?? 'MISSING']}
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
      </FigureTable>
      <p className={css.soft}>{text.why}</p>
    </section>
  );
}
