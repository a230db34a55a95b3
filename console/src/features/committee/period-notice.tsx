import { Link } from '@tanstack/react-router';
import { figureWords } from '../../copy/figures.js';
import { Notice } from '../../kit/notice.js';
import { useDates } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import { type Period, periodOf } from '../../lib/periods.js';
import { type Drawing, firstDrawnIn, latestDrawn } from './drawing.js';
import { searchOf } from './filters.js';
import { usePeriodNames } from './period-names.js';

interface PeriodNoticeProps {
  /** The name of the period. */
  readonly period: string;
  readonly drawing: Drawing;
}

/** When the figures of a period appear of which none is there yet, and the way to figures that are. */
export function PeriodNotice({ period, drawing }: PeriodNoticeProps) {
  const text = useWords(figureWords);
  const dates = useDates();
  const say = usePeriodNames();
  const begins = firstDrawnIn(periodOf(period) as Period, drawing);
  if (begins <= drawing.latestRelease.asOf)
    return (
      <Notice>
        {text.laterRelease}{' '}
        <Link to="/chiffres" search={searchOf({ period, release: undefined })}>
          {text.toLatestRelease}
        </Link>
      </Notice>
    );
  const latest = latestDrawn(periodOf(period) as Period, drawing);
  return (
    <Notice>
      {text.notYet(dates.date(begins))}{' '}
      {latest && (
        <Link to="/chiffres" search={searchOf({ period: latest, release: undefined })}>
          {text.latestFigures(say(latest))}
        </Link>
      )}
    </Notice>
  );
}
