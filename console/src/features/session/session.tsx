import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { type Credentials, headersOf, type Membership, storedToken } from '../../hub/credentials.js';
import { hubAddress, settings } from '../../lib/settings.js';
import { type Choices, choicesOf, endSession, rememberChoice } from './account.js';
import { useIdle } from './idle.js';

/** Why the screen is covered: the hub no longer accepts the credentials, or nobody has used it for a while. */
export type Cover = 'ended' | 'locked';

export type SessionState =
  | { readonly state: 'starting' | 'signedOut' | 'unreachable' }
  | { readonly state: 'choosing'; readonly token: string | undefined; readonly choices: Choices }
  | {
      readonly state: 'signedIn';
      readonly credentials: Credentials;
      /** The id of the member, to recognise the same person after the session was renewed. */
      readonly member: string;
      readonly cover?: Cover;
    };

interface Session {
  readonly session: SessionState;
  /** Continues with the token of an account, or with the browser's session. Returns whether the hub accepts it. */
  enter(token: string | undefined): Promise<boolean>;
  choose(membership: Membership): Promise<void>;
  /** Uncovers the screen with new credentials. Returns false if they are those of somebody else. */
  renew(token: string | undefined): Promise<boolean>;
  /** Called when the hub no longer accepts the credentials. */
  end(): void;
  /** Shows the choice of a membership again. */
  changeRole(): Promise<void>;
}

const Current = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(Current);
  if (!session) throw new Error('useSession outside of SessionProvider');
  return session;
}

/** Keeps who is signed in, in this tab. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [session, setSession] = useState<SessionState>({ state: 'starting' });

  const become = useCallback(async (token: string | undefined, membership: Membership) => {
    await rememberChoice(token, membership);
    const credentials = { token, membership };
    const member = await memberOf(credentials);
    setSession(member ? { state: 'signedIn', credentials, member } : { state: 'signedOut' });
  }, []);

  const enter = useCallback(
    async (token: string | undefined) => {
      const choices = await choicesOf(token);
      if (!choices) return false;
      if (token) storedToken.write(token);
      const chosen = choices.memberships.find((it) => it.chosen);
      if (chosen && choices.invitations.length === 0) await become(token, chosen);
      else setSession({ state: 'choosing', token, choices });
      return true;
    },
    [become],
  );

  const choose = useCallback(
    async (membership: Membership) => {
      if (session.state === 'choosing') await become(session.token, membership);
    },
    [session, become],
  );

  const renew = useCallback(
    async (token: string | undefined) => {
      if (session.state !== 'signedIn') return false;
      const credentials = { token, membership: session.credentials.membership };
      if ((await memberOf(credentials)) !== session.member) return false;
      if (token) storedToken.write(token);
      setSession({ state: 'signedIn', credentials, member: session.member });
      return true;
    },
    [session],
  );

  const end = useCallback(() => {
    setSession((now) => (now.state === 'signedIn' && !now.cover ? { ...now, cover: 'ended' } : now));
  }, []);

  const changeRole = useCallback(async () => {
    if (session.state !== 'signedIn') return;
    const { token } = session.credentials;
    const choices = await choicesOf(token);
    if (choices) setSession({ state: 'choosing', token, choices });
  }, [session]);

  useIdle(settings.lockAfter, session.state === 'signedIn', () => {
    setSession((now) => (now.state === 'signedIn' ? { ...now, cover: 'locked' } : now));
    // A reload must not uncover the screen.
    storedToken.remove();
    if (settings.signIn === 'oidc') void endSession();
  });

  useEffect(() => {
    const token = storedToken.read();
    if (!token && settings.signIn !== 'oidc') return setSession({ state: 'signedOut' });
    enter(token).then(
      (accepted) => {
        if (accepted) return;
        storedToken.remove();
        setSession({ state: 'signedOut' });
      },
      () => setSession({ state: 'unreachable' }),
    );
  }, [enter]);

  const value = useMemo(
    () => ({ session, enter, choose, renew, end, changeRole }),
    [session, enter, choose, renew, end, changeRole],
  );
  return <Current value={value}>{children}</Current>;
}

/** The id of the member of these credentials; undefined when the hub does not accept them. */
async function memberOf(credentials: Credentials): Promise<string | undefined> {
  const response = await fetch(hubAddress('graphql'), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headersOf(credentials) },
    body: JSON.stringify({ query: '{ viewer { member { id } } }' }),
  });
  const { data } = (await response.json()) as { data?: { viewer?: { member: { id: string } } } };
  return data?.viewer?.member.id;
}
