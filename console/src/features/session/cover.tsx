import { useEffect, useState } from 'react';
import { sessionWords } from '../../copy/session.js';
import { Button } from '../../kit/button.js';
import { Actions, Dialog } from '../../kit/dialog.js';
import { useWords } from '../../lib/language.js';
import { hubAddress, settings } from '../../lib/settings.js';
import { demoAccounts, demoToken, signOut } from './account.js';
import { type Cover, useSession } from './session.js';
import { TokenForm } from './sign-in.js';

/** A second window tells the others that somebody has signed in. */
const channel = 'hub:signed-in';

/** Tells the other windows of this browser that its session has begun. */
export function tellOtherWindows(): void {
  const open = new BroadcastChannel(channel);
  open.postMessage(true);
  open.close();
}

/** Covers the screen until the same person has signed in again. What was typed below stays. */
export function CoverDialog({ cover, member }: { cover: Cover; member: string }) {
  const { renew, session } = useSession();
  const text = useWords(sessionWords);
  const [refused, setRefused] = useState(false);
  const attempt = async (token: string | undefined) => {
    const accepted = await renew(token);
    setRefused(!accepted);
    return accepted;
  };
  useEffect(() => {
    if (settings.signIn !== 'oidc') return;
    const others = new BroadcastChannel(channel);
    others.onmessage = () => void renew(undefined);
    return () => others.close();
  }, [renew]);
  const resumeDemo = async () => {
    const account = (await demoAccounts()).find((it) => it.member === member);
    await attempt(account && (await demoToken(account.email)));
  };
  const token = session.state === 'signedIn' ? session.credentials.token : undefined;
  return (
    <Dialog isOpen title={cover === 'locked' ? text.locked : text.ended}>
      <p>{cover === 'locked' ? text.lockedWhy : text.endedWhy}</p>
      {refused && <p role="alert">{text.someoneElse}</p>}
      {settings.signIn === 'jwt' && <TokenForm onToken={attempt} />}
      <Actions>
        {settings.signIn === 'demo' && (
          <Button kind="main" onPress={resumeDemo}>
            {text.resume}
          </Button>
        )}
        {settings.signIn === 'oidc' && (
          <>
            <Button kind="main" onPress={() => void open(hubAddress('auth/login?to='), '_blank')}>
              {text.renew}
            </Button>
            <Button onPress={() => attempt(undefined)}>{text.resume}</Button>
          </>
        )}
        <Button kind="plain" onPress={() => signOut(token)}>
          {text.signOut}
        </Button>
      </Actions>
    </Dialog>
  );
}
