import type { ReactNode } from 'react';
import css from './hidden.module.css';

/** Text that only screen readers say. */
export function Hidden({ children }: { children: ReactNode }) {
  return <span className={css.hidden}>{children}</span>;
}
