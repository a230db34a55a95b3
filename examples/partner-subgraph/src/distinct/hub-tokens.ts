import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { jsonIn } from './http.ts';

/** How far the clocks of the hub and of this system may differ, in seconds. */
const clockTolerance = 30;
/** The longest life of a token, in seconds. */
const tokenLife = 60;

/** Verifies the hub's tokens (ES256) with the keys that the hub publishes. */
export class HubTokens {
  readonly #address: string;
  readonly #audience: string;
  #keys: readonly JsonWebKey[] = [];
  #fetched = Number.NEGATIVE_INFINITY;

  /**
   * @param address of the hub's keys: its address with `/.well-known/jwks.json`
   * @param audience the slug of this partner at the hub
   */
  constructor(address: string, audience: string) {
    this.#address = address;
    this.#audience = audience;
  }

  /** The claims of the token of a request; undefined when there is none that is valid. */
  async claimsOf(request: IncomingMessage): Promise<Readonly<Record<string, unknown>> | undefined> {
    const [header = '', payload = '', signature = ''] =
      /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(request.headers.authorization ?? '')?.slice(1) ?? [];
    const { alg, kid } = decoded(header);
    if (alg !== 'ES256' || typeof kid !== 'string') return undefined;
    const key = await this.#keyOf(kid);
    const signed = Buffer.from(`${header}.${payload}`);
    const isSigned =
      key &&
      verify(
        'sha256',
        signed,
        { key: createPublicKey({ key, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
        Buffer.from(signature, 'base64url'),
      );
    const claims = isSigned ? decoded(payload) : {};
    return this.#isForNow(claims) ? claims : undefined;
  }

  #isForNow({ aud, iat, exp }: Record<string, unknown>): boolean {
    const now = Date.now() / 1000;
    if (aud !== this.#audience || typeof iat !== 'number' || typeof exp !== 'number') return false;
    return exp - iat <= tokenLife && iat <= now + clockTolerance && exp > now - clockTolerance;
  }

  async #keyOf(kid: string): Promise<JsonWebKey | undefined> {
    const find = () => this.#keys.find((key) => key['kid'] === kid);
    if (!find() && performance.now() - this.#fetched > 10_000) {
      this.#fetched = performance.now();
      const asked = fetch(this.#address, { signal: AbortSignal.timeout(5000) });
      const response = await asked.catch(() => undefined);
      if (response?.ok) this.#keys = ((await response.json()) as { keys: JsonWebKey[] }).keys;
    }
    return find();
  }
}

/** A part of a token. */
function decoded(part: string): Record<string, unknown> {
  return jsonIn(Buffer.from(part, 'base64url'));
}
