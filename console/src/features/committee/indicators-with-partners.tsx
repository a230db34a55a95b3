import { partnerActivityWords } from '../../copy/partner-activity.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { useWords } from '../../lib/language.js';
import css from './figures.module.css';
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
  const { title } = useWords(partnerActivityWords);
  const sums = read(IndicatorsWithPartnersIndicator, indicators).flatMap(
    ({ key, label, unit, value, withPartners: sum }) => (sum ? [{ key, label, unit, hub: value, sum }] : []),
  );
  if (sums.length === 0) return null;
  return (
    <section className={css.answer}>
      <h2>{title}</h2>
      <SumTable sums={sums} />
    </section>
  );
}
