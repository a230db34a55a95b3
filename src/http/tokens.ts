import { hkdfSync } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify, SignJWT } from 'jose';
import type { AuthConfig } from '../config.js';
import { unauthenticated } from '../graphql/errors.js';

/** Whom a token names, and until when. */
export interface Identity {
  readonly subject: string;
  /** Seconds since 1970. */
  readonly expires: number;
}

/** Checks tokens: by algorithm, issuer, audience and expiry. */
export interface Tokens {
  /** @throws UNAUTHENTICATED when the token is not accepted; UNAVAILABLE when that cannot be told */
  check(token: string): Promise<Identity>;
}

/** How far apart the clocks of the hub and of the identity provider may be, in seconds. */
const clockTolerance = 60;

/** Tokens of an identity provider, by its published keys. */
export function providerTokens(auth: Extract<AuthConfig, { mode: 'jwt' }>): Tokens {
  const published = createRemoteJWKSet(new URL(auth.jwksUrl));
  const keys: JWTVerifyGetKey = (header, token) =>
    published(header, token).catch((error: unknown) => {
      throw blamesToken(error) ? error : providerAway();
    });
  const options = {
    algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
    issuer: auth.issuer,
    audience: auth.audience,
    requiredClaims: ['sub', 'exp'],
    clockTolerance,
  };
  return { check: (token) => checked(() => jwtVerify(token, keys, options)) };
}

/** Whether no published key fits the token, as against the keys not being there at all. */
function blamesToken(error: unknown): boolean {
  const { JWKSNoMatchingKey, JWKSMultipleMatchingKeys, JOSENotSupported } = errors;
  return [JWKSNoMatchingKey, JWKSMultipleMatchingKeys, JOSENotSupported].some((it) => error instanceof it);
}

function providerAway(): GraphQLError {
  return new GraphQLError('The identity provider does not answer: try again in a moment.', {
    extensions: { code: 'UNAVAILABLE', http: { status: 503 } },
  });
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
    return checked(() => jwtVerify(token, this.#key, options));
  }
}

async function checked(verify: () => Promise<{ payload: JWTPayload }>): Promise<Identity> {
  try {
    const { payload } = await verify();
    const { sub, exp } = payload;
    // PostgreSQL knows no NUL, so no member has such a subject.
    if (typeof sub !== 'string' || sub.includes('\0')) throw new errors.JWTInvalid();
    return { subject: sub, expires: exp as number };
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw unauthenticated('Your session has expired: sign in again.');
    if (error instanceof errors.JOSEError)
      throw unauthenticated('This token is not accepted: sign in again.');
    throw error;
  }
}
