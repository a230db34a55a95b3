import { createECDH, createHash, ECDH } from 'node:crypto';

const curve = 'prime256v1';
const domain = 'partner-hub distinct persons 1';
/** What a compressed point with an even y begins with. Its multiple has the same x as that of the other one. */
const even = Buffer.of(2);

/** The x coordinate of the point that an entry is hashed to: the first hash with a counter that is one of the curve. */
export function pointOf(entry: string): Buffer {
  const digest = sha256(entry);
  for (let counter = 0; ; counter++) {
    const x = sha256(domain, Buffer.of(counter), digest);
    if (isOnCurve(x)) return x;
  }
}

function sha256(...parts: readonly (string | Buffer)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
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
   * The x coordinate of the multiple.
   * @throws Error when there is no point with this x coordinate
   */
  blind(x: Buffer): Buffer {
    return this.#key.computeSecret(Buffer.concat([even, x]));
  }
}
