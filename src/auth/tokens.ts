import { hkdfSync } from 'node:crypto';
import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify, SignJWT } from 'jose';
import type { Logger } from 'pino';
import type { TokenConfig } from '../config/index.js';
import { sessionEnded, unauthenticated, unavailable } from '../graphql/errors.js';
import { type Identity, identityOf } from './access-token.js';

/** Verifies tokens: signature, algorithm, issuer, audience and expiry. */
export interface Tokens {
  /** @throws UNAUTHENTICATED when the token is not accepted; UNAVAILABLE when the token cannot be verified now */
  check(token: string): Promise<Identity>;
}

/** The tolerated difference between the clocks of the hub and of the identity provider, in seconds. */
export const clockTolerance = 60;

/**
 * Returns the keys of a provider; it may first have to ask the provider for their address.
 * @throws UNAVAILABLE when the provider does not answer
 */
export type Published = () => Promise<JWTVerifyGetKey>;

/** Returns the keys that are published at an address. */
export function publishedAt(url: string): Published {
  const keys = createRemoteJWKSet(new URL(url));
  return async () => keys;
}

/** The signature algorithms that are accepted: asymmetric ones only, so the hub shares no key with the provider. */
export const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'];

/**
 * Verifies access tokens of an identity provider with its published keys.
 * @param clientId the hub's client id at the provider, if it has one
 */
export function providerTokens(
  auth: TokenConfig,
  published: Published,
  log: Logger,
  clientId?: string,
): Tokens {
  const keys = keysOf(published, auth.issuer, log);
  const options = {
    algorithms,
    issuer: auth.issuer,
    audience: auth.audience,
    requiredClaims: ['sub', 'exp'],
    clockTolerance,
  };
  return {
    check: (token) =>
      verified(async () => {
        const { protectedHeader, payload } = await jwtVerify(token, keys, options);
        return identityOf(protectedHeader, payload, clientId);
      }),
  };
}

/** Finds the key of a token. When the provider does not answer, the error is UNAVAILABLE instead of a refused token. */
export function keysOf(published: Published, issuer: string, log: Logger): JWTVerifyGetKey {
  return async (header, token) => {
    const keys = await published();
    try {
      return await keys(header, token);
    } catch (error) {
      throw blamesToken(error) ? error : providerUnavailable(error, issuer, log);
    }
  };
}

/** Whether the error means that no published key fits the token. Otherwise the keys could not be fetched. */
function blamesToken(error: unknown): boolean {
  const { JWKSNoMatchingKey, JWKSMultipleMatchingKeys, JOSENotSupported } = errors;
  return [JWKSNoMatchingKey, JWKSMultipleMatchingKeys, JOSENotSupported].some((it) => error instanceof it);
}

/** Logs for the operator why the identity provider cannot be used; returns the error for the client. */
export function providerUnavailable(reason: unknown, issuer: string, log: Logger): Error {
  log.warn({ issuer, code: codeOf(reason as Error) }, 'the identity provider does not answer as expected');
  return unavailable({
    fr: 'Le fournisseur d’identité ne répond pas : réessayez dans un moment.',
    en: 'The identity provider does not answer: try again in a moment.',
  });
}

/** The code of an error or of its cause, such as ECONNREFUSED; without a code, the kind of the error. */
function codeOf(error: Error & { code?: unknown }): string {
  const codes = [(error.cause as { code?: unknown } | undefined)?.code, error.code];
  return codes.find((it) => typeof it === 'string') ?? error.name;
}

const demoIssuer = 'urn:partner-hub:demonstration';
const audience = 'partner-hub';

/** Tokens that the hub itself issues in demonstration mode. Every process with the same secret accepts them. */
export class DemoTokens implements Tokens {
  readonly #key: Uint8Array;

  constructor(secret: string) {
    this.#key = new Uint8Array(hkdfSync('sha256', secret, '', 'demonstration tokens', 32));
  }

  /** Issues a token that is valid for eight hours. */
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
    return verified(async () => {
      const { payload } = await jwtVerify(token, this.#key, options);
      const name = payload.sub as string;
      // In demonstration mode, the address counts as verified and every token allows mutations.
      return { kind: 'PERSON', name, email: name, expires: payload.exp as number, mayWrite: true };
    });
  }
}

async function verified(verify: () => Promise<Identity>): Promise<Identity> {
  try {
    return await verify();
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw sessionEnded();
    if (error instanceof errors.JOSEError)
      throw unauthenticated({
        fr: 'Ce jeton n’est pas accepté : reconnectez-vous.',
        en: 'This token is not accepted: sign in again.',
      });
    throw error;
  }
}
