import { hkdfSync } from 'node:crypto';
import { type JWTPayload, SignJWT } from 'jose';
import { loadConfig } from '../../src/config/index.js';

/**
 * A demonstration token.
 * @param expiresAt in seconds since the epoch
 */
export function demoToken(subject: string, expiresAt: number, claims: JWTPayload = {}): Promise<string> {
  const { secret } = loadConfig({});
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(subject)
    .setIssuer('urn:partner-hub:demonstration')
    .setAudience('partner-hub')
    .setExpirationTime(expiresAt)
    .sign(new Uint8Array(hkdfSync('sha256', secret, '', 'demonstration tokens', 32)));
}
