import { referWords } from '../../copy/refer.js';
import type { AnyResult } from '../../hub/command.js';
import { useDates } from '../../lib/dates.js';
import { useWords } from '../../lib/language.js';
import { type DraftContent, type DraftKeeper, isSame } from './draft.js';
import css from './refer.module.css';

interface DraftStateProps {
  readonly keeper: DraftKeeper;
  readonly content: DraftContent;
  /** How the draft was saved last, by itself. */
  readonly kept: AnyResult | undefined;
}

/** Whether what is typed is kept. Not announced: it changes at every pause. */
export function DraftState({ keeper: { draft, isSaving }, content, kept }: DraftStateProps) {
  const { draftStates: text } = useWords(referWords);
  const dates = useDates();
  const isKept = draft && isSame(draft.content, content);
  const said = () => {
    if (isSaving) return text.saving;
    if (isKept) return draft.savedAt ? text.saved(dates.time(draft.savedAt.toISOString())) : text.resumed;
    if (kept?.state === 'refused') return text.refused;
    if (kept?.state === 'failed') return text.failed;
    return content.service && content.purpose.trim() ? text.changed : text.soon;
  };
  return <p className={css.meta}>{said()}</p>;
}
