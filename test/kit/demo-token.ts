import { hkdfSync } from 'node:crypto';
import { type JWTPayload, SignJWT } from 'jose';
import { loadConfig } from '../../src/config/index.js';

/** A demonstration token that expires in `seconds` seconds by the real clock. */
export function demoToken(subject: string, seconds: number, claims: JWTPayload = {}): Promise<string> {
  const { secret } = loadConfig({});
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(subject)
    .setIssuer('urn:partner-hub:demonstration')
    .setAudience('partner-hub')
    .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
    .sign(new Uint8Array(hkdfSync('sha256', secret, '', 'demonstration tokens', 32)));
}
