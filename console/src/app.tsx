import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { sessionWords } from './copy/session.js';
import { CoverDialog, tellOtherWindows } from './features/session/cover.js';
import { MembershipChoice } from './features/session/membership-choice.js';
import { SessionProvider, useSession } from './features/session/session.js';
import { SignInPage } from './features/session/sign-in.js';
import { HubProvider } from './hub/hub.js';
import { Announcer } from './kit/announcer.js';
import { LanguageProvider, useWords } from './lib/language.js';
import { settings } from './lib/settings.js';
import { router } from './routes/router.js';

/** The console: who is signed in, and the screens for them. */
export function App() {
  return (
    <LanguageProvider>
      <SessionProvider>
        <Screens />
      </SessionProvider>
      <Announcer />
    </LanguageProvider>
  );
}

function Screens() {
  const { session, end } = useSession();
  const text = useWords(sessionWords);
  const isSignedIn = session.state === 'signedIn';
  useEffect(() => {
    if (isSignedIn && settings.signIn === 'oidc') tellOtherWindows();
  }, [isSignedIn]);
  switch (session.state) {
    case 'starting':
      return null;
    case 'signedOut':
      return <SignInPage />;
    case 'unreachable':
      return <p role="alert">{text.unreachable}</p>;
    case 'choosing':
      return <MembershipChoice token={session.token} choices={session.choices} />;
    case 'signedIn': {
      const { credentials, member, cover } = session;
      return (
        // Another membership starts afresh: nothing of the one before stays on the screen.
        <HubProvider key={member} credentials={credentials} onSessionEnd={end}>
          {/* A covered screen cannot be read, and keeps what was typed. */}
          <div hidden={cover === 'locked'} inert={cover !== undefined}>
            <RouterProvider router={router} />
          </div>
          {cover && <CoverDialog cover={cover} member={member} />}
        </HubProvider>
      );
    }
  }
}
