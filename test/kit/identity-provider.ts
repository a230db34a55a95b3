import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { secondsFromNow } from './expiry.js';

/** An identity provider for a test, with real keys published over HTTP. */
export interface IdentityProvider {
  readonly issuer: string;
  readonly jwksUrl: string;
  /** A token valid for an hour, signed with a published key; `claims` override claims, and null omits one. */
  token(claims: Record<string, unknown>, signer?: Signer): Promise<string>;
  stop(): Promise<void>;
}

/** The key that signs a token. */
export interface Signer {
  readonly alg: string;
  readonly kid: string;
  readonly key: CryptoKey | Uint8Array;
}

/** The audience of the provider's tokens. */
export const audience = 'hub-of-a-test';

/** A new key pair, with the public key as JWK. */
export async function newKeys(alg: string, kid: string) {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return {
    alg,
    kid,
    key: privateKey,
    jwk: { ...(await exportJWK(publicKey)), alg, kid, use: 'sig' },
    publicKey,
  };
}

/** Starts an identity provider that publishes the keys. */
export async function startIdentityProvider(
  keys: readonly [Awaited<ReturnType<typeof newKeys>>, ...Awaited<ReturnType<typeof newKeys>>[]],
): Promise<IdentityProvider> {
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/keys' ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ keys: keys.map(({ jwk }) => jwk) }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    jwksUrl: `${issuer}/keys`,
    token: (claims, { alg, kid, key } = keys[0]) => {
      const all = {
        iss: issuer,
        aud: audience,
        iat: secondsFromNow(0),
        exp: secondsFromNow(3600),
        ...claims,
      };
      const present = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
      return new SignJWT(present as JWTPayload).setProtectedHeader({ alg, kid }).sign(key);
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
