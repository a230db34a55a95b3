import { Link, Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { startWords } from '../copy/start.js';
import { readsFigures, useRole } from '../features/session/roles.js';
import css from '../features/shell/start.module.css';
import { useViewerCan } from '../hub/viewer-can.js';
import { Page, Panel } from '../kit/page.js';
import { TabLink } from '../kit/tab-link.js';
import { useWords } from '../lib/language.js';

/** The first screen of the roles that work without persons' files: what is for them. */
export function StartScreen() {
  const text = useWords(startWords);
  const role = useRole();
  const viewerCan = useViewerCan();
  if (!role || role === 'CASEWORKER' || role === 'PARTNER_ADMINISTRATOR')
    return <Navigate to="/reception" replace />;
  const notified = text.notificationsOf[role];
  return (
    <Page title={text.title}>
      <p>
        {text.roles[role]} {text.noFiles}
      </p>
      <Panel title={text.forYou}>
        <ul className={css.entries}>
          {readsFigures(role) && (
            <Entry what={text.figuresWhat}>
              <Link to="/chiffres">{text.figures}</Link>
            </Entry>
          )}
          {viewerCan.includes('CHOOSE_PROTECTION') && (
            <Entry what={text.protectionWhat}>
              <Link to="/chiffres/protection">{text.protection}</Link>
            </Entry>
          )}
          {notified && (
            <Entry what={notified}>
              <Link to="/notifications">{text.notifications}</Link>
            </Entry>
          )}
          <Entry what={text.preferencesWhat}>
            <Link to="/preferences">{text.preferences}</Link>
          </Entry>
          {readsFigures(role) && (
            <Entry what={text.reportWhat}>
              <TabLink path="report">{text.report}</TabLink>
            </Entry>
          )}
          <Entry what={text.developersOf[role]}>
            <TabLink path="graphiql">{text.developers}</TabLink>
          </Entry>
        </ul>
      </Panel>
    </Page>
  );
}

function Entry({ what, children }: { what: string; children: ReactNode }) {
  return (
    <li>
      {children}
      <p>{what}</p>
    </li>
  );
}
