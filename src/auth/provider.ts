import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import * as client from 'openid-client';
import type { ProviderConfig } from '../config/index.js';
import { providerAway } from './tokens.js';

/** What the provider says of who signed in. */
export interface Person {
  readonly subject: string;
  /** Only if the provider has proven it. */
  readonly email: string | undefined;
  /** The provider's own name for the session there. */
  readonly session: string | undefined;
}

/** What a browser must bring back from the provider's page. */
export interface Begun {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The identity provider, as a client of OpenID Connect: authorization code with PKCE, state and nonce. */
export class Provider {
  #found: Promise<client.Configuration> | undefined;
  #keys: JWTVerifyGetKey | undefined;

  constructor(private readonly auth: ProviderConfig) {}

  /** The keys that it signs with. */
  readonly keys = async (): Promise<JWTVerifyGetKey> => {
    const { jwks_uri } = this.#keys ? {} : (await this.#configuration()).serverMetadata();
    this.#keys ??= createRemoteJWKSet(new URL(this.auth.jwksUrl ?? (jwks_uri as string)));
    return this.#keys;
  };

  /** Where the browser goes to sign in, and what must come back. */
  async begin(): Promise<{ readonly url: string; readonly begun: Begun }> {
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
   * Who came back.
   * @param search what the provider added to the address, with its question mark
   * @throws what openid-client throws when the answer is not the one to `begun`, or is a refusal
   */
  async finish(search: string, { state, nonce, verifier }: Begun): Promise<Person> {
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
    const told =
      claims['email'] === undefined && configuration.serverMetadata().userinfo_endpoint
        ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
        : claims;
    const { email, email_verified: proven } = told;
    const session = claims['sid'];
    return {
      subject: claims.sub,
      email: proven === true && typeof email === 'string' ? email : undefined,
      session: typeof session === 'string' ? session : undefined,
    };
  }

  /** Where the browser goes to sign out there as well, if the provider has such a page. */
  async farewell(): Promise<string | null> {
    const configuration = await this.#configuration();
    if (!configuration.serverMetadata().end_session_endpoint) return null;
    return client.buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: `${this.auth.hubUrl}/graphiql`,
    }).href;
  }

  get #callback(): URL {
    return new URL(`${this.auth.hubUrl}/auth/callback`);
  }

  /** Asked for once, and again after a failure: the hub may start before its provider does. */
  #configuration(): Promise<client.Configuration> {
    this.#found ??= this.#discover().catch(() => {
      this.#found = undefined;
      throw providerAway();
    });
    return this.#found;
  }

  #discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.auth;
    const execute = [client.enableNonRepudiationChecks];
    // The configuration allows this on the own machine only.
    if (issuer.startsWith('http:')) execute.push(client.allowInsecureRequests);
    return client.discovery(new URL(issuer), clientId, undefined, client.ClientSecretBasic(clientSecret), {
      execute,
      timeout: 5,
    });
  }
}
