import { releaseWords } from '../copy/releases.js';
import { ClosedYears } from '../features/committee/closed-years.js';
import { DueReleases } from '../features/committee/due-releases.js';
import css from '../features/committee/figures.module.css';
import { FiguresPage } from '../features/committee/figures-page.js';
import { monthsOf } from '../features/committee/months.js';
import { ReleaseList } from '../features/committee/release-list.js';
import { useAnswer } from '../hub/answer.js';
import { graphql } from '../hub/gql/index.js';
import { AnswerView } from '../kit/answer-view.js';
import { Panel } from '../kit/page.js';
import { useWords } from '../lib/language.js';
import { periodsFrom } from '../lib/periods.js';

const ReleasesQuery = graphql(/* GraphQL */ `
  query Releases {
    committeeProtection {
      level
    }
    committee {
      releases {
        asOf
        ...Provenance_Release
      }
      ...DueReleases_Committee
      ...ClosedYears_Committee
    }
  }
`);

/** The releases and the closed years. The coordinator makes a missed release, and closes and revises years. */
export function ReleasesScreen() {
  const text = useWords(releaseWords);
  const answer = useAnswer(ReleasesQuery, {});
  return (
    <FiguresPage title={text.title}>
      <AnswerView answer={answer} lines={12}>
        {({ committee, committeeProtection }) => {
          if (!committee) return null;
          const { first, last } = monthsOf(committee.releases.map(({ asOf }) => asOf));
          return (
            <>
              <Panel title={text.releases}>
                <p className={css.soft}>{text.releasesWhat}</p>
                <DueReleases
                  committee={committee}
                  isProtected={committeeProtection !== null}
                  onRefresh={answer.again}
                />
                <h3>{text.made}</h3>
                <ReleaseList releases={committee.releases} />
              </Panel>
              <ClosedYears committee={committee} years={periodsFrom('YEAR', first, last - 12)} />
            </>
          );
        }}
      </AnswerView>
    </FiguresPage>
  );
}
