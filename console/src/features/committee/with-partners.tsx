import { questionWords } from '../../copy/questions.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { useWords } from '../../lib/language.js';
import { useValueNames } from './period-names.js';
import { SumTable } from './sum-table.js';

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
        ...SumTable_Sum
      }
    }
  }
`);

/** The figures of an answer together with those of partners' own systems; nothing when no system took part. */
export function WithPartners({ analysis: masked }: { analysis: FragmentType<typeof WithPartnersAnalysis> }) {
  const { columns, rows } = read(WithPartnersAnalysis, masked);
  const { wholeTown } = useWords(questionWords);
  const said = useValueNames();
  const sums = rows.flatMap(({ keys, dimensions, measures, withPartners }) =>
    (withPartners ?? []).map((sum, at) => {
      // The measures are the last columns.
      const measure = columns[columns.length - measures.length + at];
      const place = dimensions.map((value, column) => said(columns[column]?.key, value)).join(', ');
      return {
        key: `${keys.join()} ${at}`,
        label: `${place || wholeTown} – ${measure?.label}`,
        unit: measure?.key === 'ACCEPTANCE_RATE' ? ('RATIO' as const) : ('COUNT' as const),
        hub: measures[at],
        sum,
      };
    }),
  );
  return <SumTable heading="h3" sums={sums} />;
}
