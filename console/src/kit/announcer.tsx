import { useSyncExternalStore } from 'react';
import css from './announcer.module.css';

let text = '';
const watchers = new Set<() => void>();

/** Says a text to screen readers, and shows it for a moment. Never put a person's name into it. */
export function announce(said: string): void {
  // The same text twice is said twice: the second one differs by a space that is not seen.
  text = said === text ? `${said}\u00a0` : said;
  for (const watcher of watchers) watcher();
}

/** The live region of the page. */
export function Announcer() {
  const said = useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => text,
  );
  return (
    <div className={css.region} role="status" aria-live="polite">
      {said && (
        <span key={said} className={css.said}>
          {said}
        </span>
      )}
    </div>
  );
}
