import { StartError } from '../start-error.js';
import type { Settings } from './settings.js';
import { protectedAddress } from './values.js';

/** Whose access tokens the hub takes. */
export interface TokenConfig {
  readonly issuer: string;
  readonly audience: string;
}

/** An identity provider by which people sign in with a browser. */
export interface ProviderConfig extends TokenConfig {
  readonly mode: 'oidc';
  /** Where its keys are; undefined for where it says itself. */
  readonly jwksUrl: string | undefined;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where browsers reach the hub, without a slash at the end. */
  readonly hubUrl: string;
}

/** How people sign in: as demonstration accounts, with tokens of an identity provider, or by it. */
export type AuthConfig =
  | { readonly mode: 'demo' }
  | ({ readonly mode: 'jwt'; readonly jwksUrl: string } & TokenConfig)
  | ProviderConfig;

/** What is known of an identity provider. */
const providerSettings = [
  'AUTH_ISSUER',
  'AUTH_AUDIENCE',
  'AUTH_JWKS_URL',
  'AUTH_CLIENT_ID',
  'AUTH_CLIENT_SECRET',
] as const;

/** What each way to sign in cannot do without. */
const needed = {
  jwt: ['AUTH_ISSUER', 'AUTH_AUDIENCE', 'AUTH_JWKS_URL'],
  oidc: ['AUTH_ISSUER', 'AUTH_AUDIENCE', 'AUTH_CLIENT_ID', 'AUTH_CLIENT_SECRET', 'HUB_URL'],
} as const;

/**
 * How people sign in, by the settings.
 * @throws StartError when they do not fit together
 */
export function authOf(it: Settings): AuthConfig {
  const given = providerSettings.filter((name) => it[name]);
  // Half of an identity provider is a mistake, and never an open door.
  const hasClient = it.AUTH_CLIENT_ID || it.AUTH_CLIENT_SECRET;
  const mode = it.AUTH ?? (hasClient ? 'oidc' : given.length > 0 ? 'jwt' : 'demo');
  if (mode === 'demo') {
    if (it.NODE_ENV === 'production') {
      throw new StartError(
        'AUTH=demo lets anybody in and is refused with NODE_ENV=production: set AUTH_ISSUER.',
      );
    }
    if (given.length > 0) {
      throw new StartError(`AUTH=demo lets anybody in and ${given[0]} does not: leave out one of them.`);
    }
    return { mode };
  }
  const missing = needed[mode].find((name) => !it[name]);
  if (missing)
    throw new StartError(`${missing} is missing: AUTH=${mode} needs the identity provider's particulars.`);
  const tokens = { issuer: it.AUTH_ISSUER as string, audience: it.AUTH_AUDIENCE as string };
  if (mode === 'jwt') return { mode, ...tokens, jwksUrl: it.AUTH_JWKS_URL as string };
  if (!protectedAddress(tokens.issuer)) {
    throw new StartError('The setting AUTH_ISSUER must begin with https:// unless it is on this machine.');
  }
  if (tokens.audience === it.AUTH_CLIENT_ID) {
    throw new StartError(
      'AUTH_AUDIENCE and AUTH_CLIENT_ID must differ: one names the hub in access tokens, the other in id tokens.',
    );
  }
  return {
    mode,
    ...tokens,
    jwksUrl: it.AUTH_JWKS_URL,
    clientId: it.AUTH_CLIENT_ID as string,
    clientSecret: it.AUTH_CLIENT_SECRET as string,
    hubUrl: it.HUB_URL as string,
  };
}
