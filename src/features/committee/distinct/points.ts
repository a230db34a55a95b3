import { createECDH, createHash, ECDH } from 'node:crypto';

const curve = 'prime256v1';
const domain = 'partner-hub distinct persons 1';
/** What a compressed point with an even y begins with. Its multiple has the same x as that of the other point. */
const even = Buffer.of(2);

/**
 * The x coordinate of the point of P-256 that a person is hashed to: the first hash with a counter that is one of the
 * curve. docs/distinct-persons.json has test vectors.
 * @param digest SHA-256 of the normalised name and the date of birth, as `facts.person_digests` returns it
 */
export function pointOf(digest: Buffer): Buffer {
  for (let counter = 0; ; counter++) {
    const x = createHash('sha256').update(domain).update(Buffer.of(counter)).update(digest).digest();
    if (isOnCurve(x)) return x;
  }
}

function isOnCurve(x: Buffer): boolean {
  try {
    ECDH.convertKey(Buffer.concat([even, x]), curve, undefined, undefined, 'compressed');
    return true;
  } catch {
    return false;
  }
}

/** Multiplies points by a secret number of one run. */
export class Blinding {
  readonly #key = createECDH(curve);

  /** @param scalar only for test vectors; a fresh one when left out */
  constructor(scalar?: Buffer) {
    if (scalar) this.#key.setPrivateKey(scalar);
    else this.#key.generateKeys();
  }

  /**
   * The x coordinate of the multiple of a point.
   * @throws Error when no point has this x coordinate
   */
  blind(x: Buffer): Buffer {
    return this.#key.computeSecret(Buffer.concat([even, x]));
  }
}
