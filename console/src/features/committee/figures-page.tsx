import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { figureWords } from '../../copy/figures.js';
import { Page } from '../../kit/page.js';
import { useWords } from '../../lib/language.js';
import { protectsFigures, readsFigures, useRole } from '../session/roles.js';
import css from './figures.module.css';

interface FiguresPageProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A screen of the committee's figures, with the way to the other ones that the role has. */
export function FiguresPage({ title, aside, children }: FiguresPageProps) {
  const text = useWords(figureWords);
  const role = useRole();
  return (
    <Page title={title} aside={aside}>
      <nav className={css.menu} aria-label={text.menu}>
        {readsFigures(role) && (
          <>
            <MenuLink to="/chiffres">{text.indicators}</MenuLink>
            <MenuLink to="/chiffres/questions">{text.questions}</MenuLink>
            <MenuLink to="/chiffres/arretes">{text.releases}</MenuLink>
          </>
        )}
        {protectsFigures(role) && <MenuLink to="/chiffres/protection">{text.protection}</MenuLink>}
        <MenuLink to="/chiffres/journal">{text.log}</MenuLink>
      </nav>
      {children}
    </Page>
  );
}

interface MenuLinkProps {
  readonly to:
    | '/chiffres'
    | '/chiffres/questions'
    | '/chiffres/arretes'
    | '/chiffres/protection'
    | '/chiffres/journal';
  readonly children: string;
}

function MenuLink({ to, children }: MenuLinkProps) {
  return (
    <Link
      to={to}
      className={css.tab}
      activeProps={{ 'aria-current': 'page' }}
      activeOptions={{ exact: true, includeSearch: false }}
    >
      {children}
    </Link>
  );
}
