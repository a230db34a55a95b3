import { graphql } from '../../hub/gql/index.js';
import { useHub } from '../../hub/hub.js';
import { boundsOf, type Period, periodOf } from '../../lib/periods.js';

const IndicatorsCsvQuery = graphql(/* GraphQL */ `
  query IndicatorsCsv($period: PeriodInput!, $release: Date) {
    committee {
      indicatorsCsv(period: $period, release: $release)
    }
  }
`);

/** Asks for the indicators of a period as CSV. */
export function useIndicatorsCsv(
  period: string,
  release: string | undefined,
): () => Promise<string | undefined> {
  const { client } = useHub();
  return async () => {
    const variables = { period: boundsOf(periodOf(period) as Period), release: release ?? null };
    const { data } = await client
      .query(IndicatorsCsvQuery, variables, { requestPolicy: 'network-only' })
      .toPromise();
    return data?.committee?.indicatorsCsv;
  };
}
