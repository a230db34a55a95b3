import { scopeWords, sentStatusWords, stepKindWords, themeWords } from '../../copy/enums.js';
import {
  appointmentStatusWords,
  barrierStatusWords,
  objectiveStatusWords,
  situationWords,
} from '../../copy/file-enums.js';
import { timelineWords } from '../../copy/timeline.js';
import { useDates } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import { appointmentTones, barrierTones, objectiveTones } from '../follow-up/tones.js';
import type { TimelineEntryData } from './timeline-entry.js';

/** What an entry of the timeline says. */
export interface Description {
  /** Instead of the words of the entry's kind. */
  readonly label?: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly badge?: { readonly text: string; readonly tone: 'quiet' | 'accent' | 'warn' | 'good' };
  /** A colleague of the viewer; otherwise the entry's partner wrote it. */
  readonly author?: string | undefined;
  /** The id of the referral that the entry is about. */
  readonly referral?: string;
}

/** Describes an entry in the reader's language. */
export function useDescription({ kind, item }: TimelineEntryData): Description {
  const text = useWords(timelineWords);
  const dates = useDates();
  const steps = useWords(stepKindWords);
  const appointments = useWords(appointmentStatusWords);
  const themes = useWords(themeWords);
  const barriers = useWords(barrierStatusWords);
  const objectives = useWords(objectiveStatusWords);
  const situations = useWords(situationWords);
  const referrals = useWords(sentStatusWords);
  const scopes = useWords(scopeWords);
  switch (item.__typename) {
    case 'Step':
      return {
        label: steps[item.stepKind],
        title: item.title,
        lines: filled(text.visibleTo[item.visibility]),
      };
    case 'Note':
      return {
        title: item.text,
        lines: filled(text.visibleTo[item.visibility]),
        author: item.author?.name,
      };
    case 'Appointment':
      return {
        title: item.subject,
        lines: filled(item.place && text.place(item.place)),
        badge: {
          text: appointments[item.appointmentStatus],
          tone: appointmentTones[item.appointmentStatus],
        },
        author: item.author?.name,
      };
    case 'Attendance':
      return { title: item.forum.name, lines: filled(item.exhibitor?.name) };
    case 'Barrier':
      return {
        title: themes[item.theme],
        lines: filled(item.note),
        ...(kind === 'BARRIER_FOUND' && {
          badge: { text: barriers[item.barrierStatus], tone: barrierTones[item.barrierStatus] },
        }),
        author: item.author?.name,
      };
    case 'ClauseContract': {
      const from = dates.date(item.startsOn);
      const period = item.endsOn ? text.fromTo(from, dates.date(item.endsOn)) : text.from(from);
      return { title: item.company.name, lines: [period] };
    }
    case 'Objective':
      return {
        title: item.text,
        lines: filled(item.dueOn && text.due(dates.date(item.dueOn))),
        badge: { text: objectives[item.objectiveStatus], tone: objectiveTones[item.objectiveStatus] },
        author: item.author?.name,
      };
    case 'Outcome':
      return { title: situations[item.situation], lines: [] };
    case 'Pathway':
      return { title: item.objective, lines: [] };
    case 'Referral':
      return {
        title: `${item.from.name} → ${item.to.name}`,
        lines: filled(item.service?.name),
        badge: { text: referrals[item.referralStatus], tone: 'quiet' },
        referral: item.id,
      };
    case 'Sharing': {
      const sees = kind === 'SHARING_ENDED' ? text.saw : text.sees;
      return { title: item.sharedWith.name, lines: [sees(scopes[item.scope])] };
    }
  }
}

function filled(...lines: readonly (string | null | undefined)[]): string[] {
  return lines.filter((line): line is string => Boolean(line));
}
