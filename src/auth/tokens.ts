import { hkdfSync } from 'node:crypto';
import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify, SignJWT } from 'jose';
import type { TokenConfig } from '../config/index.js';
import { unauthenticated, unavailable } from '../graphql/errors.js';
import { type Identity, namedBy } from './access-token.js';

/** Checks tokens: by algorithm, issuer, audience and expiry. */
export interface Tokens {
  /** @throws UNAUTHENTICATED when the token is not accepted; UNAVAILABLE when that cannot be told */
  check(token: string): Promise<Identity>;
}

/** How far apart the clocks of the hub and of the identity provider may be, in seconds. */
export const clockTolerance = 60;

/** The keys of a provider, which may first have to be asked where they are. */
export type Published = () => Promise<JWTVerifyGetKey>;

/** The keys at an address. */
export function publishedAt(url: string): Published {
  const keys = createRemoteJWKSet(new URL(url));
  return async () => keys;
}

/** The algorithms that a provider may sign with: none whose key the hub would share. */
export const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'];

/**
 * Access tokens of an identity provider, by its published keys.
 * @param clientId the hub's own name there, if it has one
 */
export function providerTokens(auth: TokenConfig, published: Published, clientId?: string): Tokens {
  const keys = keysOf(published);
  const options = {
    algorithms,
    issuer: auth.issuer,
    audience: auth.audience,
    requiredClaims: ['sub', 'exp'],
    clockTolerance,
  };
  return {
    check: (token) =>
      checked(async () => {
        const { protectedHeader, payload } = await jwtVerify(token, keys, options);
        return namedBy(protectedHeader, payload, clientId);
      }),
  };
}

/** Finds the key that a token names; when the provider does not answer, that is not the token's fault. */
export function keysOf(published: Published): JWTVerifyGetKey {
  return (header, token) =>
    published()
      .then((keys) => keys(header, token))
      .catch((error: unknown) => {
        throw blamesToken(error) ? error : providerAway();
      });
}

/** Whether no published key fits the token, as against the keys not being there at all. */
function blamesToken(error: unknown): boolean {
  const { JWKSNoMatchingKey, JWKSMultipleMatchingKeys, JOSENotSupported } = errors;
  return [JWKSNoMatchingKey, JWKSMultipleMatchingKeys, JOSENotSupported].some((it) => error instanceof it);
}

/** The identity provider is asked, and is not there. */
export function providerAway(): Error {
  return unavailable('The identity provider does not answer: try again in a moment.');
}

const demoIssuer = 'urn:partner-hub:demonstration';
const audience = 'partner-hub';

/** Tokens that the hub itself gives, in demonstration mode; every process with the same secret takes them. */
export class DemoTokens implements Tokens {
  readonly #key: Uint8Array;

  constructor(secret: string) {
    this.#key = new Uint8Array(hkdfSync('sha256', secret, '', 'demonstration tokens', 32));
  }

  /** A token for eight hours. */
  issue(subject: string): Promise<string> {
    return new SignJWT()
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(subject)
      .setIssuer(demoIssuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime('8h')
      .sign(this.#key);
  }

  check(token: string): Promise<Identity> {
    const options = {
      algorithms: ['HS256'],
      issuer: demoIssuer,
      audience,
      requiredClaims: ['sub', 'exp'],
      clockTolerance,
    };
    return checked(async () => {
      const { payload } = await jwtVerify(token, this.#key, options);
      const name = payload.sub as string;
      // Here, whoever asks is believed.
      return { kind: 'PERSON', name, email: name, expires: payload.exp as number, mayWrite: true };
    });
  }
}

async function checked(verify: () => Promise<Identity>): Promise<Identity> {
  try {
    return await verify();
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw unauthenticated('Your session has expired: sign in again.');
    if (error instanceof errors.JOSEError)
      throw unauthenticated('This token is not accepted: sign in again.');
    throw error;
  }
}
