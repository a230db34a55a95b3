import type { Config } from '../config/index.js';

/** What to do once the accounts are made. */
export function nextSteps(config: Config, mode: 'town' | 'administrator'): string {
  const duties = ['The administrator invites members (inviteMember)'];
  if (mode === 'town') duties.push('the coordinator adds partners (addPartner)');
  return `Next:
1. Start the hub if it does not run: npm start (in the image: node dist/bundle/main.js).
2. Sign in ${signIn(config)}.
3. ${duties.join('; ')}.`;
}

function signIn({ auth, host, port }: Config): string {
  switch (auth.mode) {
    case 'demo':
      return `at http://${host}:${port}/graphiql: in demonstration mode anybody may choose any account`;
    case 'jwt':
      return `with an access token of ${auth.issuer} that has the subject given here`;
    case 'oidc':
      return `at ${auth.hubUrl}/auth/login, with an account of ${auth.issuer} that has the address given here, verified, and accept the invitation`;
  }
}
