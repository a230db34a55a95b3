import { periodWords } from '../../copy/periods.js';
import { useDates } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import { periodOf, spans } from '../../lib/periods.js';

/** How a period is said, by its name: 2e trimestre 2024. What is no period is said as it is. */
export function usePeriodNames(): (name: string) => string {
  const text = useWords(periodWords);
  const dates = useDates();
  return (name) => {
    const period = periodOf(name);
    if (!period) return name;
    const { span, month } = period;
    const year = Math.floor(month / 12);
    const place = (month % 12) / spans[span] + 1;
    switch (span) {
      case 'YEAR':
        return String(year);
      case 'HALF_YEAR':
        return text.halfYear(place, year);
      case 'QUARTER':
        return text.quarter(place, year);
      case 'MONTH':
        return dates.month(name);
    }
  };
}

/** How the values of a column are said: those of a period have no label but their name. */
export function useValueNames(): (column: string | undefined, value: string | null) => string | null {
  const say = usePeriodNames();
  return (column, value) => ((column ?? '') in spans ? say(value ?? '') : value);
}
