import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import * as client from 'openid-client';
import type { Logger } from 'pino';
import type { ProviderConfig } from '../config/index.js';
import { providerUnavailable } from './tokens.js';

/** The person who signed in, as the provider reports them. */
export interface Person {
  readonly subject: string;
  /** Undefined unless the provider has verified the address. */
  readonly email: string | undefined;
  /** The id of the provider's session (`sid`). */
  readonly session: string | undefined;
}

/** The values of a sign-in that the provider's redirect must match. */
export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** OpenID Connect client of the identity provider: authorization code flow with PKCE, state and nonce. */
export class Provider {
  #found: Promise<client.Configuration> | undefined;
  #keys: JWTVerifyGetKey | undefined;

  /** Asks for the provider's configuration, so that a wrong one is in the log at the start, not at the first sign-in. */
  constructor(
    private readonly auth: ProviderConfig,
    private readonly log: Logger,
  ) {
    this.#configuration().catch(() => {});
  }

  /** Returns the keys that the provider signs with. */
  readonly keys = async (): Promise<JWTVerifyGetKey> => {
    const { jwks_uri } = this.#keys ? {} : (await this.#configuration()).serverMetadata();
    this.#keys ??= createRemoteJWKSet(new URL(this.auth.jwksUrl ?? (jwks_uri as string)));
    return this.#keys;
  };

  /** Starts a sign-in: returns the address to redirect the browser to, and the values to check afterwards. */
  async begin(): Promise<{ readonly url: string; readonly begun: PendingSignIn }> {
    const [state, nonce] = [client.randomState(), client.randomNonce()];
    const verifier = client.randomPKCECodeVerifier();
    const url = client.buildAuthorizationUrl(await this.#configuration(), {
      redirect_uri: this.#callback.href,
      scope: 'openid email profile',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    return { url: url.href, begun: { state, nonce, verifier } };
  }

  /**
   * Completes a sign-in and returns the person.
   * @param search the query string of the provider's redirect, with its question mark
   * @throws an error of openid-client when the redirect does not match the pending sign-in, or is a refusal
   */
  async finish(search: string, { state, nonce, verifier }: PendingSignIn): Promise<Person> {
    const configuration = await this.#configuration();
    const url = this.#callback;
    url.search = search;
    const tokens = await client.authorizationCodeGrant(configuration, url, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims() as client.IDToken;
    const profile =
      claims['email'] === undefined && configuration.serverMetadata().userinfo_endpoint
        ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
        : claims;
    const { email, email_verified: isVerified } = profile;
    const session = claims['sid'];
    return {
      subject: claims.sub,
      email: isVerified === true && typeof email === 'string' ? email : undefined,
      session: typeof session === 'string' ? session : undefined,
    };
  }

  /** The address of the provider’s sign-out page; null when the provider has none. */
  async signOutUrl(): Promise<string | null> {
    const configuration = await this.#configuration();
    if (!configuration.serverMetadata().end_session_endpoint) return null;
    return client.buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: `${this.auth.hubUrl}/`,
    }).href;
  }

  get #callback(): URL {
    return new URL(`${this.auth.hubUrl}/auth/callback`);
  }

  /** Fetches the configuration once, and again after a failure: the hub may start before the provider does. */
  #configuration(): Promise<client.Configuration> {
    this.#found ??= this.#discover().catch((error: unknown) => {
      this.#found = undefined;
      throw providerUnavailable(error, this.auth.issuer, this.log);
    });
    return this.#found;
  }

  #discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.auth;
    const execute = [client.enableNonRepudiationChecks];
    // The hub’s configuration allows http only for a provider on the same machine.
    if (issuer.startsWith('http:')) execute.push(client.allowInsecureRequests);
    return client.discovery(new URL(issuer), clientId, undefined, client.ClientSecretBasic(clientSecret), {
      execute,
      timeout: 5,
    });
  }
}
