import type { Config } from '../config/index.js';

/** The next steps after the setup, as text. */
export function nextSteps(config: Config, mode: 'town' | 'administrator'): string {
  const duties = ['The administrator invites members (inviteMember)'];
  if (mode === 'town') duties.push('the coordinator adds partners (addPartner)');
  return `Next:
1. Start the hub if it is not running: npm start (in the image: node dist/bundle/main.js).
2. Sign in ${signIn(config)}.
3. ${duties.join('; ')}.`;
}

function signIn({ auth, host, port }: Config): string {
  switch (auth.mode) {
    case 'demo':
      return `at http://${host}:${port}/: in demonstration mode, anyone can choose any account`;
    case 'jwt':
      return `with an access token from ${auth.issuer} whose subject is the one given to the setup`;
    case 'oidc':
      return `at ${auth.hubUrl}/auth/login, with an account of ${auth.issuer} whose verified e-mail address is the one given to the setup, and accept the invitation`;
  }
}
