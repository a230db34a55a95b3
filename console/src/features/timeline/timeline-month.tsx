import type { Timeline_TimelineConnectionFragment } from '../../hub/gql/graphql.js';
import { ErrorBoundary } from '../../kit/error-boundary.js';
import { dayOf, useDates } from '../../lib/dates.js';
import css from './timeline.module.css';
import { TimelineEntry } from './timeline-entry.js';

type Entry = Timeline_TimelineConnectionFragment['nodes'][number];

/** The month of an entry in the town, as `2026-11`. */
export function monthOf({ at }: Entry): string {
  return dayOf(at).slice(0, 7);
}

interface MonthProps {
  readonly month: string;
  readonly entries: readonly Entry[];
  /** Whether the page before began this month: then its heading stands there. */
  readonly isContinued: boolean;
}

/** The entries of a month, under its name. */
export function Month({ month, entries, isContinued }: MonthProps) {
  const dates = useDates();
  const name = dates.month(month);
  return (
    <section aria-label={name}>
      {!isContinued && <h3 className={css.month}>{name}</h3>}
      <ol className={css.entries}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <ErrorBoundary resetKey={entry.at}>
              <TimelineEntry entry={entry} />
            </ErrorBoundary>
          </li>
        ))}
      </ol>
    </section>
  );
}
