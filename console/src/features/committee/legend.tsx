import { figureWords, stateMeanings, stateWords } from '../../copy/figures.js';
import type { FigureState } from '../../hub/gql/enums.js';
import { useWords } from '../../lib/language.js';
import css from './figures.module.css';

interface LegendProps {
  readonly states: readonly FigureState[];
  /** Whether a figure is shown with a margin. */
  readonly hasMargins: boolean;
}

/** What margins and hidden figures mean; only of those that are on the screen. */
export function Legend({ states, hasMargins }: LegendProps) {
  const text = useWords(figureWords);
  const words = useWords(stateWords);
  const meanings = useWords(stateMeanings);
  const hidden = [...new Set(states)].filter((state) => state !== 'SHOWN');
  return (
    <div className={css.legend}>
      {hasMargins && <p>{text.margins}</p>}
      {hidden.length > 0 && (
        <dl aria-label={text.legend}>
          {hidden.map((state) => (
            <div key={state}>
              <dt>{words[state]}</dt>
              <dd>{meanings[state]}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
