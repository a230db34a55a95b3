import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, type JWK, SignJWT } from 'jose';
import type { Viewer } from './viewers.js';

/** How long a token for a partner is valid, in seconds. */
const lifetime = 60;

/** Reads a private key for ES256 or EdDSA, as PEM or as a JSON Web Key; undefined when it is none. */
export function signingKey(text: string): KeyObject | undefined {
  try {
    const isJwk = text.trimStart().startsWith('{');
    const key = createPrivateKey(
      isJwk ? { key: JSON.parse(text), format: 'jwk' } : text.replaceAll('\\n', '\n'),
    );
    return algorithmOf(key) && key;
  } catch {
    return undefined;
  }
}

function algorithmOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): 'ES256' | 'EdDSA' | undefined {
  if (asymmetricKeyType === 'ed25519') return 'EdDSA';
  return asymmetricKeyDetails?.namedCurve === 'prime256v1' ? 'ES256' : undefined;
}

/**
 * The tokens that the gateway signs for partners. They say for which partner and role of the hub somebody asks, and
 * nothing about the person. The hub does not accept them.
 */
export class PartnerTokens {
  private constructor(
    private readonly key: KeyObject,
    private readonly issuer: string,
    private readonly publicKey: JWK & { kid: string; alg: string },
  ) {}

  static async create(key: KeyObject, issuer: string): Promise<PartnerTokens> {
    const jwk = createPublicKey(key).export({ format: 'jwk' }) as JWK;
    const kid = await calculateJwkThumbprint(jwk);
    return new PartnerTokens(key, issuer, { ...jwk, kid, alg: algorithmOf(key) as string, use: 'sig' });
  }

  /** The public keys, as a JSON Web Key Set. */
  get published(): { keys: JWK[] } {
    return { keys: [this.publicKey] };
  }

  /**
   * Signs a token.
   * @param audience the slug of the partner that is asked
   * @param viewer for whom it is asked; without a viewer, the token serves to read the definitions
   */
  sign(audience: string, viewer?: Viewer): Promise<string> {
    const { alg, kid } = this.publicKey;
    const claims = viewer && {
      partner: viewer.partner.slug,
      partner_id: viewer.partner.id,
      role: viewer.role,
    };
    return new SignJWT(claims)
      .setProtectedHeader({ alg, kid, typ: 'JWT' })
      .setIssuer(this.issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(`${lifetime}s`)
      .sign(this.key);
  }
}
