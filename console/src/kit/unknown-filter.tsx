import type { ReactNode } from 'react';
import { answerWords } from '../copy/answer.js';
import { useWords } from '../lib/language.js';
import { Notice } from './notice.js';

interface UnknownFilterProps {
  /** A value of the address that is none of the known ones. */
  readonly value: string | undefined;
  /** A link to the screen without filters. */
  readonly children: ReactNode;
}

/** Says that the address has a value that no filter knows; it is shown and not silently left out. */
export function UnknownFilter({ value, children }: UnknownFilterProps) {
  const { unknownFilter } = useWords(answerWords);
  if (!value) return null;
  return (
    <Notice isWarning>
      {unknownFilter(value)} {children}
    </Notice>
  );
}
