import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { AnalysisSubject } from '../lattice/lists.js';
import type { Period } from '../lattice/period.js';
import { allSubjects } from '../lattice/subjects.js';
import type { Sign } from './hub-tokens.js';
import { post, Refused, reasonOf } from './post.js';
import type { AskedSystem, Report } from './system.js';

/** How long the hub waits before it asks a second time, in milliseconds: a system may be starting again. */
const pause = 2000;

/** The most time for an answer, in milliseconds, and its most bytes. */
const limits = { time: 10_000, bytes: 2_000_000 };

const reported = z.object({
  subject: z.enum(allSubjects as [string, ...string[]]),
  measure: z.string().max(50),
  period: z.string().max(10),
  split: z.array(z.string().max(50)).max(3),
  place: z.array(z.string().max(100)).max(3),
  value: z.number().nonnegative().nullable(),
});
const answer = z.object({ figures: z.array(reported).max(20_000) });

/** A figure that the system of a partner reports; null when the system suppresses it. */
export type ReportedFigure = Pick<z.infer<typeof reported>, 'measure' | 'split' | 'place' | 'value'>;

/** A subject and a period of which the activity is asked for. */
export interface AskedPeriod extends Pick<Period, 'from' | 'until'> {
  readonly subject: AnalysisSubject;
  readonly period: string;
}

/** What a system reports of a subject and a period. */
export interface Activity {
  readonly partner: string;
  readonly subject: string;
  readonly period: string;
  /** Null when the system did not answer. */
  readonly figures: readonly ReportedFigure[] | null;
}

/**
 * Asks the system of a partner for its activity. An answer that is late or malformed counts as none; it is asked a second
 * time, because one lost request would count for good.
 * @param isSilent whether the system is not asked, because it did not answer before
 */
export async function askActivity(
  system: AskedSystem,
  periods: readonly AskedPeriod[],
  { sign, report }: { readonly sign: Sign; readonly report: Report },
  isSilent: boolean,
): Promise<Activity[]> {
  if (periods.length === 0) return [];
  const ask = () => figuresOf(system, periods, sign);
  const askAgain = () => delay(pause).then(ask);
  const figures = isSilent
    ? null
    : await ask()
        .catch((error) => (isRefusal(error) ? Promise.reject(error) : askAgain()))
        .catch((error) => {
          report({ partner: system.slug, problem: 'gave no figures', reason: reasonOf(error) });
          return null;
        });
  return periods.map(({ subject, period }) => ({
    partner: system.id,
    subject,
    period,
    figures:
      figures
        ?.filter((it) => it.subject === subject && it.period === period)
        .map(({ measure, split, place, value }) => ({ measure, split, place, value })) ?? null,
  }));
}

/** Whether the system would refuse the same request again. */
function isRefusal(error: unknown): boolean {
  return error instanceof Refused && error.status < 500;
}

async function figuresOf({ slug, url }: AskedSystem, periods: readonly AskedPeriod[], sign: Sign) {
  const bytes = await post({
    url,
    path: 'activity',
    token: await sign(slug, { ask: 'activity' }),
    body: { periods },
    most: limits.bytes,
    signal: AbortSignal.timeout(limits.time),
  });
  return answer.parse(JSON.parse(bytes.toString())).figures;
}
