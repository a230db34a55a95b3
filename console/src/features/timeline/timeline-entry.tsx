import { Link } from '@tanstack/react-router';
import { timelineKindWords } from '../../copy/file-enums.js';
import { timelineWords } from '../../copy/timeline.js';
import type { TimelineEntry_TimelineEntryFragment } from '../../hub/gql/graphql.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { Badge } from '../../kit/page.js';
import { useDates } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import { AppointmentResult } from '../follow-up/appointment-result.js';
import { useDescription } from './describe.js';
import css from './timeline.module.css';

const TimelineEntryEntry = graphql(/* GraphQL */ `
  fragment TimelineEntry_TimelineEntry on TimelineEntry {
    id
    at
    dayOnly
    kind
    partner {
      name
    }
    item {
      __typename
      ... on Appointment {
        id
        subject
        startsAt: at
        place
        viewerCan
        appointmentStatus: status
        author {
          name
        }
      }
      ... on Attendance {
        forum {
          name
        }
        exhibitor {
          name
        }
      }
      ... on Barrier {
        theme
        note
        barrierStatus: status
        author {
          name
        }
      }
      ... on ClauseContract {
        startsOn
        endsOn
        company {
          name
        }
      }
      ... on Note {
        text
        visibility
        author {
          name
        }
      }
      ... on Objective {
        text
        dueOn
        objectiveStatus: status
        author {
          name
        }
      }
      ... on Outcome {
        situation
      }
      ... on Pathway {
        objective
      }
      ... on Referral {
        id
        referralStatus: status
        from {
          name
        }
        to {
          name
        }
        service {
          name
        }
      }
      ... on Sharing {
        scope
        sharedWith: partner {
          name
        }
      }
      ... on Step {
        title
        visibility
        stepKind: kind
      }
    }
  }
`);

export type TimelineEntryData = TimelineEntry_TimelineEntryFragment;

/** One entry: when, what, by whom. */
export function TimelineEntry({ entry: masked }: { entry: FragmentType<typeof TimelineEntryEntry> }) {
  const entry = read(TimelineEntryEntry, masked);
  const text = useWords(timelineWords);
  const kinds = useWords(timelineKindWords);
  const dates = useDates();
  const { label, title, lines, badge, author, referral } = useDescription(entry);
  const { item } = entry;
  const by = author ?? entry.partner?.name;
  return (
    <article className={css.entry} data-kind={entry.kind}>
      <p className={css.when}>
        <time dateTime={entry.at}>{dates.shortDate(entry.at)}</time>
        {!entry.dayOnly && <span>{dates.time(entry.at)}</span>}
      </p>
      <div className={css.what}>
        <p className={css.label}>
          {label ?? kinds[entry.kind]}
          {by && <span> · {text.by(by)}</span>}
        </p>
        <p className={entry.kind === 'NOTE' ? css.text : css.title}>
          {title} {badge && <Badge tone={badge.tone}>{badge.text}</Badge>}
        </p>
        {lines.map((line) => (
          <p key={line} className={css.line}>
            {line}
          </p>
        ))}
        {item.__typename === 'Appointment' && item.viewerCan.includes('CLOSE_APPOINTMENT') && (
          <AppointmentResult appointment={{ ...item, at: item.startsAt }} />
        )}
        {referral && (
          <Link to="/orientations/$id" params={{ id: referral }}>
            {text.openReferral}
          </Link>
        )}
      </div>
    </article>
  );
}
