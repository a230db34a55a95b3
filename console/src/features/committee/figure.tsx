import { figureWords, stateWords, unitWords } from '../../copy/figures.js';
import type { FigureState, IndicatorUnit } from '../../hub/gql/enums.js';
import { type Language, useLanguage, useWords } from '../../lib/language.js';
import css from './figures.module.css';

interface ShownFigure {
  readonly state: FigureState;
  readonly value: number | null | undefined;
  readonly margin: number | null | undefined;
}

interface FigureProps extends ShownFigure {
  /** How the value is written; its words follow the value only when they are no repetition of the label. */
  readonly unit: IndicatorUnit;
}

/** The cells of a figure: the value, then its margin and unit; or the words in its place. */
export function FigureCells({ state, value, margin, unit }: FigureProps) {
  const states = useWords(stateWords);
  const units = useWords(unitWords);
  const { points } = useWords(figureWords);
  const numbers = useNumbers();
  if (state !== 'SHOWN')
    return (
      <td colSpan={2} className={css.hidden}>
        {states[state]}
      </td>
    );
  const isShare = unit === 'RATIO';
  const said = isShare || unit === 'COUNT' ? '' : units[unit];
  const deviation = margin && `± ${isShare ? `${numbers.points(margin)} ${points}` : numbers.number(margin)}`;
  return (
    <>
      <td className={css.value}>{isShare ? numbers.share(value) : numbers.number(value)}</td>
      <td className={css.rest}>{[deviation, said].filter(Boolean).join(' ')}</td>
    </>
  );
}

interface Numbers {
  number(value: number | null | undefined): string;
  /** A share from 0 to 1, in percent. */
  share(value: number | null | undefined): string;
  /** A difference of shares, in points of percentage. */
  points(value: number): string;
}

const formats = new Map<Language, Numbers>();

/** How figures are written. */
export function useNumbers(): Numbers {
  const { language } = useLanguage();
  const made = formats.get(language) ?? make(language === 'fr' ? 'fr-FR' : 'en-GB');
  formats.set(language, made);
  return made;
}

function make(locale: string): Numbers {
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const shares = new Intl.NumberFormat(locale, { style: 'percent' });
  return {
    number: (value) => (value == null ? '–' : numbers.format(value)),
    share: (value) => (value == null ? '–' : shares.format(value)),
    points: (value) => numbers.format(Math.round(value * 100)),
  };
}
