import { answerWords } from '../copy/answer.js';
import { useWords } from '../lib/language.js';
import { splitAtWords } from '../lib/text.js';
import css from './field.module.css';

export interface MarkedProps {
  readonly text: string;
  readonly words: readonly string[] | undefined;
}

/** A typed text with words marked in it, below its field. Nothing once the words are no longer in the text. */
export function Marked({ text, words = [] }: MarkedProps) {
  const { marked } = useWords(answerWords);
  const parts = splitAtWords(text, words);
  if (parts.length === 1) return null;
  return (
    <p className={css.marked}>
      <span className={css.hint}>{marked}</span>{' '}
      {parts.map((part, place) => (place % 2 === 1 ? <mark key={place}>{part}</mark> : part))}
    </p>
  );
}
