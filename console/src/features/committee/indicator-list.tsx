import { useState } from 'react';
import { figureWords } from '../../copy/figures.js';
import { useAnswer } from '../../hub/answer.js';
import type { IndicatorListQuery as IndicatorListData } from '../../hub/gql/graphql.js';
import { graphql, read } from '../../hub/gql/index.js';
import { AnswerView } from '../../kit/answer-view.js';
import { Notice } from '../../kit/notice.js';
import { useWords } from '../../lib/language.js';
import { boundsOf, monthOf, type Period, periodAt, periodOf } from '../../lib/periods.js';
import { type Drawing } from './drawing.js';
import css from './figures.module.css';
import { IndicatorRowIndicator, IndicatorRows } from './indicator-row.js';
import { IndicatorsWithPartners } from './indicators-with-partners.js';
import { Legend } from './legend.js';
import { usePeriodNames } from './period-names.js';
import { PeriodNotice } from './period-notice.js';
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
  readonly drawing: Drawing;
}

/** The indicators of a period, as a release shows them. */
export function IndicatorList({ period, release, drawing }: IndicatorListProps) {
  const variables = { period: boundsOf(periodOf(period) as Period), release: release ?? null };
  const answer = useAnswer(IndicatorListQuery, variables);
  return (
    <AnswerView answer={answer} lines={18}>
      {({ committee }) => (
        <IndicatorTable indicators={committee?.indicators ?? []} period={period} drawing={drawing} />
      )}
    </AnswerView>
  );
}

type Indicators = NonNullable<IndicatorListData['committee']>['indicators'];

interface IndicatorTableProps extends Omit<IndicatorListProps, 'release'> {
  readonly indicators: Indicators;
}

function IndicatorTable({ indicators, period, drawing }: IndicatorTableProps) {
  const text = useWords(figureWords);
  const all = indicators.map((it) => read(IndicatorRowIndicator, it));
  const [open, setOpen] = useState<readonly string[]>([]);
  const toggle = (key: string) =>
    setOpen(open.includes(key) ? open.filter((it) => it !== key) : [...open, key]);
  // The legend explains what is on the screen.
  const figures = all.flatMap((it) => [it, ...(open.includes(it.key) ? it.byPartner : [])]);
  const beginning = useBeginning(drawing);
  const isAll = (state: string) => all.every((it) => it.state === state);
  const [first] = indicators;
  if (isAll('NOT_PUBLISHED') && beginning.isAfter(period)) return <p>{text.noneBefore(beginning.name)}</p>;
  return (
    <>
      {first && <Provenance release={first.release} />}
      {isAll('NOT_YET') && <PeriodNotice period={period} drawing={drawing} />}
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
          <IndicatorRows
            key={indicator.key}
            indicator={indicator}
            isOpen={open.includes(indicator.key)}
            onToggle={() => toggle(indicator.key)}
          />
        ))}
      </table>
      <IndicatorsWithPartners indicators={indicators} />
      <Legend states={figures.map(({ state }) => state)} hasMargins={figures.some(({ margin }) => margin)} />
    </>
  );
}

/** Where the figures begin: the name of the year or month, and whether a period ends before it. */
function useBeginning({ months: { first } }: Drawing) {
  const say = usePeriodNames();
  return {
    name: say(periodAt(first % 12 === 0 ? 'YEAR' : 'MONTH', first)),
    isAfter: (period: string) => monthOf(boundsOf(periodOf(period) as Period).until) <= first,
  };
}
