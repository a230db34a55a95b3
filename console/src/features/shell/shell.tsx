import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { shellWords } from '../../copy/shell.js';
import { useAnswer } from '../../hub/answer.js';
import { graphql } from '../../hub/gql/index.js';
import { ViewerCan } from '../../hub/viewer-can.js';
import { ErrorBoundary } from '../../kit/error-boundary.js';
import { Hidden } from '../../kit/hidden.js';
import { useWords } from '../../lib/language.js';
import { protectsFigures, readsFigures, readsFiles, useRole } from '../session/roles.js';
import { AccountMenu } from './account-menu.js';
import { HelpDialog } from './help-dialog.js';
import { OfflineBanner } from './offline-banner.js';
import css from './shell.module.css';
import { useKeysAreOn, useShortcuts } from './shortcuts.js';

const ShellQuery = graphql(/* GraphQL */ `
  query Shell($readsFiles: Boolean!) {
    viewer {
      can
      unreadNotifications
      ...AccountMenu_Viewer
    }
    toAnswer: referrals(box: INBOX, filter: { status: [REQUESTED, IN_REVIEW] }) @include(if: $readsFiles) {
      countUpTo(limit: 100)
    }
  }
`);

const nothing = [] as const;

/** What surrounds every screen: menu, notifications, account, help, and the state of the connection. */
export function Shell() {
  const text = useWords(shellWords);
  const role = useRole();
  const hasFiles = readsFiles(role);
  const answer = useAnswer(ShellQuery, { readsFiles: hasFiles }, { on: ['notifications', 'referrals'] });
  const { viewer, toAnswer } = answer.state === 'ready' ? answer.data : {};
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const [helpIsOpen, setHelpOpen] = useState(false);
  const [keysAreOn, setKeysOn] = useKeysAreOn();
  const navigate = useNavigate();
  const shortcuts = useMemo(
    () => ({
      '?': () => setHelpOpen(true),
      '/': () => {
        if (focusSearch() || !hasFiles) return;
        void navigate({ to: '/personnes' }).then(() => requestAnimationFrame(focusSearch));
      },
      j: () => moveToLine(1),
      k: () => moveToLine(-1),
      ...(hasFiles && {
        'g r': () => void navigate({ to: '/reception' }),
        'g p': () => void navigate({ to: '/personnes' }),
      }),
    }),
    [navigate, hasFiles],
  );
  useShortcuts(shortcuts, keysAreOn);
  return (
    <div className={css.shell}>
      <a className={css.skip} href="#content">
        {text.skip}
      </a>
      <header className={css.bar}>
        <nav className={css.menu} aria-label={text.menu}>
          {hasFiles ? (
            <>
              <MenuLink
                to="/reception"
                label={text.reception}
                count={toAnswer?.countUpTo}
                says={text.toAnswer}
              />
              <MenuLink to="/personnes" label={text.persons} />
            </>
          ) : (
            <MenuLink to="/accueil" label={text.start} />
          )}
          {readsFigures(role) && <MenuLink to="/chiffres" label={text.figures} />}
          {protectsFigures(role) && <MenuLink to="/chiffres/protection" label={text.protection} />}
          <MenuLink
            to="/notifications"
            label={text.notifications}
            count={viewer?.unreadNotifications}
            says={text.unread}
          />
        </nav>
        <AccountMenu viewer={viewer} onHelp={() => setHelpOpen(true)} />
      </header>
      <OfflineBanner />
      <main id="content" className={css.main} tabIndex={-1}>
        <ErrorBoundary resetKey={path}>
          <ViewerCan value={viewer?.can ?? nothing}>
            <Outlet />
          </ViewerCan>
        </ErrorBoundary>
      </main>
      <HelpDialog
        isOpen={helpIsOpen}
        onClose={() => setHelpOpen(false)}
        keysAreOn={keysAreOn}
        onKeysOn={setKeysOn}
      />
    </div>
  );
}

interface MenuLinkProps {
  readonly to:
    | '/accueil'
    | '/chiffres'
    | '/chiffres/protection'
    | '/reception'
    | '/personnes'
    | '/notifications';
  readonly label: string;
  /** What waits there; nothing is shown for 0. */
  readonly count?: number | undefined;
  /** The count in words, for screen readers. */
  readonly says?: (count: number) => string;
}

function MenuLink({ to, label, count = 0, says }: MenuLinkProps) {
  return (
    <Link to={to} className={css.link} activeProps={{ 'aria-current': 'page' }}>
      {label}
      {count > 0 && (
        <span className={css.count}>
          <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
          <Hidden>{says?.(count)}</Hidden>
        </span>
      )}
    </Link>
  );
}

/** Moves the focus to the next or previous line of the list on the screen. */
function moveToLine(by: 1 | -1): void {
  const lines = [...document.querySelectorAll<HTMLElement>('main [data-line]')];
  const now = lines.indexOf(document.activeElement as HTMLElement);
  lines[now < 0 ? 0 : Math.min(lines.length - 1, Math.max(0, now + by))]?.focus();
}

/** Moves the focus to the search of the screen; returns whether there is one. */
function focusSearch(): boolean {
  const field = document.querySelector<HTMLElement>('main [type=search]');
  field?.focus();
  return field !== null;
}
