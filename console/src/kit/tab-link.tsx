import { answerWords } from '../copy/answer.js';
import { useWords } from '../lib/language.js';
import { hubAddress } from '../lib/settings.js';

/** A link to a page of the hub outside of the console, which opens in a tab of its own. */
export function TabLink({ path, children }: { path: string; children: string }) {
  const { opensTab } = useWords(answerWords);
  return (
    <a href={hubAddress(path)} target="_blank" rel="noreferrer">
      {children} <span>{opensTab}</span>
    </a>
  );
}
