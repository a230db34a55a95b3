import { createECDH, createPrivateKey, hkdfSync, type JsonWebKey } from 'node:crypto';
import { calculateJwkThumbprint, type JWK, SignJWT } from 'jose';

/** The order of the curve P-256. */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** The hub's key, derived from its secret, so that all its processes have the same one. */
function privateKey(secret: string): JsonWebKey {
  const wide = Buffer.from(hkdfSync('sha256', secret, '', 'partner system tokens', 48)).toString('hex');
  const scalar = (BigInt(`0x${wide}`) % (order - 1n)) + 1n;
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex'));
  const point = ecdh.getPublicKey();
  return {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
    d: ecdh.getPrivateKey('base64url'),
  };
}

/** The key that verifies the hub's tokens, as `/.well-known/jwks.json` publishes it. */
export async function publishedKeys(secret: string): Promise<{ keys: JWK[] }> {
  const { d: _, ...key } = privateKey(secret) as JWK;
  return { keys: [{ ...key, kid: await calculateJwkThumbprint(key), alg: 'ES256', use: 'sig' }] };
}

/** Signs a token for one partner's system. */
export type Sign = (partner: string, claims: Readonly<Record<string, string>>) => Promise<string>;

/** How long a token is valid, in seconds. */
const life = 60;

/**
 * Tokens for requests to partners' systems: short, for one partner, worthless at the hub.
 * @param clock returns the time in milliseconds
 */
export async function signer(secret: string, clock: () => number = Date.now): Promise<Sign> {
  const jwk = privateKey(secret);
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  const kid = await calculateJwkThumbprint(jwk as JWK);
  return (partner, claims) => {
    const now = Math.floor(clock() / 1000);
    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'ES256', kid, typ: 'JWT' })
      .setIssuer('urn:partner-hub')
      .setAudience(partner)
      .setIssuedAt(now)
      .setExpirationTime(now + life)
      .sign(key);
  };
}
