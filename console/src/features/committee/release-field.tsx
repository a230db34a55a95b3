import { figureWords } from '../../copy/figures.js';
import { SelectField } from '../../kit/field.js';
import { useDates } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';

interface ReleaseFieldProps {
  /** The days of the releases, the latest first. */
  readonly days: readonly string[];
  readonly value: string | undefined;
  onChange(day: string | undefined): void;
}

/** The release whose figures are shown. */
export function ReleaseField({ days, value, onChange }: ReleaseFieldProps) {
  const text = useWords(figureWords);
  const dates = useDates();
  const [latest = '', ...earlier] = days;
  const chosen = value === latest ? '' : (value ?? '');
  const listed = chosen === '' || earlier.includes(chosen) ? earlier : [chosen, ...earlier];
  return (
    <SelectField
      label={text.release}
      value={chosen}
      options={[
        ['', text.latestRelease(dates.date(latest))],
        ...listed.map((day) => [day, dates.date(day)] as const),
      ]}
      onChange={(day) => onChange(day || undefined)}
    />
  );
}
