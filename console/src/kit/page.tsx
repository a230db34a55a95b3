import { type ReactNode, useEffect, useRef } from 'react';
import { sessionWords } from '../copy/session.js';
import { useWords } from '../lib/language.js';
import css from './page.module.css';

interface PageProps {
  /** The heading. It becomes the title of the document, so it must not hold a person's name: see `documentTitle`. */
  readonly title: string;
  /** The title of the document, if it differs from the heading. */
  readonly documentTitle?: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A screen: sets the title of the document, and moves the focus to the heading when the screen opens. */
export function Page({ title, documentTitle = title, aside, children }: PageProps) {
  const { title: hub } = useWords(sessionWords);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${documentTitle} · ${hub}`;
  }, [documentTitle, hub]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className={css.page}>
      <header className={css.header}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {aside}
      </header>
      {children}
    </div>
  );
}

/** A framed part of a screen, with a heading. */
export function Panel({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className={css.panel}>
      <header className={css.panelHeader}>
        <h2>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}

/** A small label with a tone. */
export function Badge({
  tone = 'quiet',
  children,
}: {
  tone?: 'quiet' | 'accent' | 'warn' | 'alert' | 'good';
  children: ReactNode;
}) {
  return <span className={`${css.badge} ${css[tone]}`}>{children}</span>;
}
