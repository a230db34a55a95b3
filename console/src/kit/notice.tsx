import type { ReactNode } from 'react';
import css from './notice.module.css';

interface NoticeProps {
  readonly isWarning?: boolean;
  readonly children: ReactNode;
}

/** A line above a part of the screen that says something about it, with what the user can do. */
export function Notice({ isWarning, children }: NoticeProps) {
  return (
    <p className={isWarning ? `${css.notice} ${css.warning}` : css.notice} role="status">
      {children}
    </p>
  );
}
