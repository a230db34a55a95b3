import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { SumTable } from './sum-table.js';

const IndicatorsWithPartnersIndicator = graphql(/* GraphQL */ `
  fragment IndicatorsWithPartners_Indicator on Indicator {
    key
    label
    unit
    value
    withPartners {
      ...SumTable_Sum
    }
  }
`);

interface IndicatorsWithPartnersProps {
  readonly indicators: readonly FragmentType<typeof IndicatorsWithPartnersIndicator>[];
}

/** The indicators together with the figures of partners' own systems; nothing when no system took part. */
export function IndicatorsWithPartners({ indicators }: IndicatorsWithPartnersProps) {
  const sums = read(IndicatorsWithPartnersIndicator, indicators).flatMap(
    ({ key, label, unit, value, withPartners: sum }) => (sum ? [{ key, label, unit, hub: value, sum }] : []),
  );
  return <SumTable heading="h2" sums={sums} />;
}
