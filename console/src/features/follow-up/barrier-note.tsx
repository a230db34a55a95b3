import { followUpWords } from '../../copy/follow-up.js';
import { ParagraphField } from '../../kit/field.js';
import type { BoundField } from '../../kit/form.js';
import { useWords } from '../../lib/language.js';

/** The remark of a barrier. The hub keeps none about health. */
export function BarrierNote({ theme, field }: { theme: string; field: BoundField<string> }) {
  const text = useWords(followUpWords);
  if (theme === 'SANTE') return <p>{text.healthNote}</p>;
  return <ParagraphField label={text.note} rows={3} maxLength={500} {...field} />;
}
