import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** Returns a new secret in the form in which the receiver gets it: `whsec_` and 32 bytes in base64 (Standard Webhooks). */
export function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/** The headers by which a receiver verifies a message. They hold one signature per secret; any of them is valid. */
export function signedHeaders(secrets: readonly string[], id: string, at: Date, body: string) {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signatures = secrets.map((secret) => new Webhook(secret).sign(id, at, body));
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}

const cipher = 'aes-256-gcm';
const lengths = { iv: 12, tag: 16 };

/** Encrypts secrets, so that read access to the database is not enough to sign messages. */
export class Vault {
  readonly #key: Uint8Array;

  /** @param hubSecret the setting HUB_SECRET; the encryption key is derived from it */
  constructor(hubSecret: string) {
    this.#key = new Uint8Array(hkdfSync('sha256', hubSecret, '', 'webhook secrets', 32));
  }

  /** Encrypts a secret for storage. It can be decrypted for this webhook only. */
  seal(webhook: string, secret: string): string {
    const iv = randomBytes(lengths.iv);
    const sealing = createCipheriv(cipher, this.#key, iv).setAAD(Buffer.from(webhook));
    const sealed = Buffer.concat([sealing.update(secret, 'utf8'), sealing.final()]);
    return Buffer.concat([iv, sealing.getAuthTag(), sealed]).toString('base64url');
  }

  /** @throws Error when the stored text was sealed with another hub secret, for another webhook, or was changed */
  open(webhook: string, stored: string): string {
    const bytes = Buffer.from(stored, 'base64url');
    const [iv, tag, sealed] = [
      bytes.subarray(0, lengths.iv),
      bytes.subarray(lengths.iv, lengths.iv + lengths.tag),
      bytes.subarray(lengths.iv + lengths.tag),
    ];
    const opening = createDecipheriv(cipher, this.#key, iv, { authTagLength: lengths.tag });
    opening.setAAD(Buffer.from(webhook)).setAuthTag(tag);
    return Buffer.concat([opening.update(sealed), opening.final()]).toString('utf8');
  }
}
