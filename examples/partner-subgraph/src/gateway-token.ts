import type { IncomingHttpHeaders } from 'node:http';
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';

/** For whom the gateway asks: an organisation and a role of the hub. Never a name. */
export interface Viewer {
  readonly partner: string;
  readonly role: string;
}

/** The gateway, and the audience of the tokens that it signs for this service. */
export interface GatewaySettings {
  readonly issuer: string;
  readonly jwksUrl: string;
  readonly audience: string;
}

/** What a valid token says. Without a viewer, the gateway asks for the definitions only. */
export interface GatewayToken {
  readonly viewer: Viewer | undefined;
}

/** Checks the tokens of the gateway. Its public keys are fetched when they are first needed, and when a new one is used. */
export function tokenCheck({ issuer, jwksUrl, audience }: GatewaySettings) {
  const keys = createRemoteJWKSet(new URL(jwksUrl));
  /**
   * Checks the token of a request.
   * @returns what it says; undefined when there is none or it is not valid
   * @throws Error when the keys of the gateway cannot be fetched
   */
  return async ({ authorization = '' }: IncomingHttpHeaders): Promise<GatewayToken | undefined> => {
    const [, token] = /^Bearer ([\w.-]+)$/.exec(authorization) ?? [];
    if (!token) return undefined;
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ['ES256', 'EdDSA'],
        // A stolen token is soon worthless: the gateway signs a new one for each request.
        maxTokenAge: 60,
        clockTolerance: 5,
        requiredClaims: ['exp', 'iat'],
      });
      const { partner, role } = payload;
      const isViewer = typeof partner === 'string' && typeof role === 'string';
      return { viewer: isViewer ? { partner, role } : undefined };
    } catch (error) {
      if (isInvalid(error)) return undefined;
      throw error;
    }
  };
}

/** Whether the token is at fault, and not the gateway's address of the keys. */
function isInvalid(error: unknown): boolean {
  const invalid = [
    errors.JWTClaimValidationFailed,
    errors.JWTExpired,
    errors.JWTInvalid,
    errors.JWSInvalid,
    errors.JWSSignatureVerificationFailed,
    errors.JOSEAlgNotAllowed,
    errors.JWKSNoMatchingKey,
  ];
  return invalid.some((it) => error instanceof it);
}
