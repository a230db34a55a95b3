import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { figureWords } from '../copy/figures.js';
import { periodWords } from '../copy/periods.js';
import { CsvButton } from '../features/committee/csv-button.js';
import css from '../features/committee/figures.module.css';
import { FiguresPage } from '../features/committee/figures-page.js';
import { type FigureFilters, filtersOf, searchOf } from '../features/committee/filters.js';
import { IndicatorList } from '../features/committee/indicator-list.js';
import { useIndicatorsCsv } from '../features/committee/indicators-csv.js';
import { monthsOf } from '../features/committee/months.js';
import { NoRelease } from '../features/committee/no-release.js';
import { inSpan, PeriodField, SpanField } from '../features/committee/period-field.js';
import { ReleaseField } from '../features/committee/release-field.js';
import { useAnswer } from '../hub/answer.js';
import type { FiguresQuery as FiguresData } from '../hub/gql/graphql.js';
import { graphql } from '../hub/gql/index.js';
import { AnswerView } from '../kit/answer-view.js';
import { TabLink } from '../kit/tab-link.js';
import { UnknownFilter } from '../kit/unknown-filter.js';
import { useWords } from '../lib/language.js';
import { type Period, periodOf } from '../lib/periods.js';

const FiguresQuery = graphql(/* GraphQL */ `
  query Figures {
    committee {
      releases {
        asOf
        level
      }
      analysisOptions {
        subjects {
          consolidationDays
        }
      }
      closedYears {
        year
      }
    }
  }
`);

/** The committee's indicators in a period, as a release shows them. */
export function FiguresScreen() {
  const text = useWords(figureWords);
  const answer = useAnswer(FiguresQuery, {});
  return (
    <FiguresPage title={text.indicators}>
      <AnswerView answer={answer} lines={18}>
        {({ committee }) =>
          committee?.releases[0] ? (
            <Indicators {...committee} latestRelease={committee.releases[0]} />
          ) : (
            <NoRelease />
          )
        }
      </AnswerView>
    </FiguresPage>
  );
}

type Committee = NonNullable<FiguresData['committee']>;

interface IndicatorsProps extends Committee {
  readonly latestRelease: Committee['releases'][number];
}

function Indicators({ releases, latestRelease, closedYears, analysisOptions }: IndicatorsProps) {
  const text = useWords(figureWords);
  const periods = useWords(periodWords);
  const navigate = useNavigate();
  const filters = filtersOf(useSearch({ from: '/chiffres' }));
  const days = releases.map(({ asOf }) => asOf);
  const months = monthsOf(days);
  const delays = analysisOptions.subjects.map(({ consolidationDays }) => consolidationDays);
  const lastYear = closedYears[0]?.year ?? Math.floor(months.last / 12) - 1;
  const { release, unknown, period = String(lastYear) } = filters;
  const readCsv = useIndicatorsCsv(period, release);
  const change = (changed: Partial<FigureFilters>) =>
    void navigate({ to: '/chiffres', search: searchOf({ ...filters, period, ...changed }), replace: true });
  return (
    <>
      <UnknownFilter value={unknown}>
        <Link to="/chiffres" search={{}}>
          {text.clear}
        </Link>
      </UnknownFilter>
      <div className={css.filters}>
        <SpanField
          value={(periodOf(period) as Period).span}
          onChange={(span) => change({ period: inSpan(period, span) })}
        />
        <PeriodField
          label={periods.period}
          months={months}
          value={period}
          onChange={(name) => change({ period: name })}
        />
        <ReleaseField days={days} value={release} onChange={(day) => change({ release: day })} />
        <div className={css.links}>
          <CsvButton file={text.csvFile(period)} read={readCsv} />
          <TabLink path={`report?annee=${period.slice(0, 4)}`}>{text.report}</TabLink>
        </div>
      </div>
      <section className={css.answer} key={`${period} ${release}`}>
        <IndicatorList period={period} release={release} drawing={{ latestRelease, months, delays }} />
      </section>
    </>
  );
}
