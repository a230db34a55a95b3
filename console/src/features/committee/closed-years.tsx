import { useState } from 'react';
import { subjectWords } from '../../copy/figures.js';
import { releaseWords } from '../../copy/releases.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { useViewerCan } from '../../hub/viewer-can.js';
import { CommandButton } from '../../kit/command-button.js';
import { Panel } from '../../kit/page.js';
import { useDates } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import { CloseYearDialog } from './close-year-dialog.js';
import css from './figures.module.css';
import { ReviseYearDialog } from './revise-year-dialog.js';

export const ClosedYearsCommittee = graphql(/* GraphQL */ `
  fragment ClosedYears_Committee on Committee {
    closedYears {
      year
      subject
      revision
      madeAt
      reason
    }
  }
`);

interface ClosedYearsProps {
  readonly committee: FragmentType<typeof ClosedYearsCommittee>;
  /** The years with figures that are over, the latest first. */
  readonly years: readonly string[];
}

/** The closed years with their revisions; the coordinator closes and revises. */
export function ClosedYears({ committee, years }: ClosedYearsProps) {
  const { closedYears } = read(ClosedYearsCommittee, committee);
  const text = useWords(releaseWords);
  const subjects = useWords(subjectWords);
  const dates = useDates();
  const viewerCan = useViewerCan();
  const [open, setOpen] = useState<'close' | 'revise'>();
  const closed = [...new Set(closedYears.map(({ year }) => String(year)))];
  const toClose = years.filter((year) => !closed.includes(year));
  const close = () => setOpen(undefined);
  return (
    <Panel title={text.years}>
      <p className={css.soft}>{text.yearsWhat}</p>
      {closed.length === 0 && <p>{text.noYear}</p>}
      <ul className={css.saved}>
        {closed.map((year) => {
          const ofYear = closedYears.filter((it) => String(it.year) === year);
          const closing = ofYear.find(({ revision }) => revision === 0);
          return (
            <li key={year}>
              <p>
                <strong>{year}</strong> {closing && text.closedOn(dates.moment(closing.madeAt))}
              </p>
              {ofYear
                .filter(({ revision }) => revision > 0)
                .map(({ revision, madeAt, subject, reason }) => (
                  <p key={`${subject} ${revision}`}>
                    {text.revision(revision, dates.moment(madeAt), subjects[subject], reason ?? '')}
                  </p>
                ))}
            </li>
          );
        })}
      </ul>
      <div className={css.buttons}>
        {toClose.length > 0 && (
          <CommandButton command="CLOSE_YEAR" offered={viewerCan} onPress={() => setOpen('close')}>
            {text.close}
          </CommandButton>
        )}
        {closed.length > 0 && (
          <CommandButton command="REVISE_YEAR" offered={viewerCan} onPress={() => setOpen('revise')}>
            {text.revise}
          </CommandButton>
        )}
      </div>
      {/* The key: after a year was closed, the lists are other ones. */}
      <CloseYearDialog
        key={`close ${toClose[0]}`}
        years={toClose}
        isOpen={open === 'close'}
        onClose={close}
      />
      <ReviseYearDialog
        key={`revise ${closed[0]}`}
        years={closed}
        isOpen={open === 'revise'}
        onClose={close}
      />
    </Panel>
  );
}
