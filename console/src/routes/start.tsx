import { Link, Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { startWords } from '../copy/start.js';
import { readsReport, useRole } from '../features/session/roles.js';
import css from '../features/shell/start.module.css';
import { Page, Panel } from '../kit/page.js';
import { useWords } from '../lib/language.js';
import { hubAddress } from '../lib/settings.js';

/** The first screen of the roles that work without persons' files: what is for them. */
export function StartScreen() {
  const text = useWords(startWords);
  const role = useRole();
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
          {notified && (
            <Entry what={notified}>
              <Link to="/notifications">{text.notifications}</Link>
            </Entry>
          )}
          <Entry what={text.preferencesWhat}>
            <Link to="/preferences">{text.preferences}</Link>
          </Entry>
          {readsReport(role) && (
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

/** A page of the hub outside of the console, which opens in a tab of its own. */
function TabLink({ path, children }: { path: string; children: string }) {
  const { opensTab } = useWords(startWords);
  return (
    <a href={hubAddress(path)} target="_blank" rel="noreferrer">
      {children} <span>{opensTab}</span>
    </a>
  );
}
