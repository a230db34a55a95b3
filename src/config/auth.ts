import { StartError } from '../start-error.js';
import type { Settings } from './settings.js';
import { protectedAddress } from './values.js';

/** The issuer and audience of the access tokens that the hub accepts. */
export interface TokenConfig {
  readonly issuer: string;
  readonly audience: string;
}

/** An identity provider for sign-in with a browser. */
export interface ProviderConfig extends TokenConfig {
  readonly mode: 'oidc';
  /** The address of the provider's keys; undefined to take it from the provider's metadata. */
  readonly jwksUrl: string | undefined;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The address of the hub for browsers, without a trailing slash. */
  readonly hubUrl: string;
}

/** The sign-in mode: demonstration accounts, tokens of an identity provider, or sign-in at the provider. */
export type AuthConfig =
  | { readonly mode: 'demo' }
  | ({ readonly mode: 'jwt'; readonly jwksUrl: string } & TokenConfig)
  | ProviderConfig;

/** The settings of an identity provider. */
const providerSettings = [
  'AUTH_ISSUER',
  'AUTH_AUDIENCE',
  'AUTH_JWKS_URL',
  'AUTH_CLIENT_ID',
  'AUTH_CLIENT_SECRET',
] as const;

/** The settings that each mode requires. */
const needed = {
  jwt: ['AUTH_ISSUER', 'AUTH_AUDIENCE', 'AUTH_JWKS_URL'],
  oidc: ['AUTH_ISSUER', 'AUTH_AUDIENCE', 'AUTH_CLIENT_ID', 'AUTH_CLIENT_SECRET', 'HUB_URL'],
} as const;

/**
 * The sign-in mode from the settings.
 * @throws StartError when the settings are incomplete or contradict each other
 */
export function authOf(it: Settings): AuthConfig {
  const given = providerSettings.filter((name) => it[name]);
  // Incomplete settings of a provider are an error. They must never result in the mode demo, which lets anyone in.
  const hasClient = it.AUTH_CLIENT_ID || it.AUTH_CLIENT_SECRET;
  const mode = it.AUTH ?? (hasClient ? 'oidc' : given.length > 0 ? 'jwt' : 'demo');
  if (mode === 'demo') {
    if (it.NODE_ENV === 'production') {
      throw new StartError(
        'AUTH=demo lets anyone sign in, so it is refused with NODE_ENV=production: set AUTH_ISSUER and the other settings of the identity provider.',
      );
    }
    if (given.length > 0) {
      throw new StartError(
        `AUTH=demo lets anyone sign in, which contradicts ${given[0]}: remove one of them.`,
      );
    }
    return { mode };
  }
  const missing = needed[mode].find((name) => !it[name]);
  if (missing)
    throw new StartError(`${missing} is missing: AUTH=${mode} requires ${needed[mode].join(', ')}.`);
  const tokens = { issuer: it.AUTH_ISSUER as string, audience: it.AUTH_AUDIENCE as string };
  if (mode === 'jwt') return { mode, ...tokens, jwksUrl: it.AUTH_JWKS_URL as string };
  if (!protectedAddress(tokens.issuer)) {
    throw new StartError(
      'The setting AUTH_ISSUER must begin with https://, unless the issuer runs on this machine.',
    );
  }
  if (tokens.audience === it.AUTH_CLIENT_ID) {
    throw new StartError(
      'AUTH_AUDIENCE and AUTH_CLIENT_ID must differ: the first is the audience of access tokens, the second that of ID tokens.',
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
