import { figureWords } from '../../copy/figures.js';
import { useAnswer } from '../../hub/answer.js';
import type { IndicatorListQuery as IndicatorListData } from '../../hub/gql/graphql.js';
import { graphql, read } from '../../hub/gql/index.js';
import { AnswerView } from '../../kit/answer-view.js';
import { Notice } from '../../kit/notice.js';
import { useWords } from '../../lib/language.js';
import { boundsOf, type Period, periodOf } from '../../lib/periods.js';
import css from './figures.module.css';
import { IndicatorRowIndicator, IndicatorRows } from './indicator-row.js';
import { IndicatorsWithPartners } from './indicators-with-partners.js';
import { Legend } from './legend.js';
import { Provenance } from './provenance.js';

const IndicatorListQuery = graphql(/* GraphQL */ `
  query IndicatorList($period: PeriodInput!, $release: Date) {
    committee {
      indicators(period: $period, release: $release) {
        key
        release {
          ...Provenance_Release
        }
        ...IndicatorRow_Indicator
        ...IndicatorsWithPartners_Indicator
      }
    }
  }
`);

interface IndicatorListProps {
  /** The name of the period. */
  readonly period: string;
  readonly release: string | undefined;
}

/** The indicators of a period, as a release shows them. */
export function IndicatorList({ period, release }: IndicatorListProps) {
  const variables = { period: boundsOf(periodOf(period) as Period), release: release ?? null };
  const answer = useAnswer(IndicatorListQuery, variables);
  return (
    <AnswerView answer={answer} lines={18}>
      {({ committee }) => <IndicatorTable indicators={committee?.indicators ?? []} />}
    </AnswerView>
  );
}

type Indicators = NonNullable<IndicatorListData['committee']>['indicators'];

function IndicatorTable({ indicators }: { indicators: Indicators }) {
  const text = useWords(figureWords);
  const all = indicators.map((it) => read(IndicatorRowIndicator, it));
  const figures = all.flatMap((it) => [it, ...it.byPartner]);
  const isAll = (state: string) => all.every((it) => it.state === state);
  const [first] = indicators;
  return (
    <>
      {first && <Provenance release={first.release} />}
      {isAll('NOT_YET') && <Notice>{text.notYet}</Notice>}
      {isAll('IN_PREPARATION') && <Notice>{text.inPreparation}</Notice>}
      <table className={`${css.table} ${css.stacked}`} aria-label={text.indicators}>
        <thead>
          <tr>
            <th scope="col">{text.indicator}</th>
            <th scope="col" colSpan={2}>
              {text.figure}
            </th>
            <th scope="col">{text.state}</th>
          </tr>
        </thead>
        {indicators.map((indicator) => (
          <IndicatorRows key={indicator.key} indicator={indicator} />
        ))}
      </table>
      <IndicatorsWithPartners indicators={indicators} />
      <Legend states={figures.map(({ state }) => state)} hasMargins={figures.some(({ margin }) => margin)} />
    </>
  );
}
