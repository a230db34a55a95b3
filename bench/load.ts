import { createRequire } from 'node:module';
import type { Request } from './contender.js';

/** The part of undici's `Client` that the bench uses. */
interface Client {
  dispatch(request: object, handler: object): void;
  destroy(): Promise<void>;
}

/** undici is installed in `bench` alone, where the compiled bench does not look for it. */
const { Client: HttpClient } = createRequire(new URL('../../bench/package.json', import.meta.url))(
  'undici',
) as { Client: new (url: string, options: object) => Client };

/** The result of a number of requests. */
export interface Load {
  /** From the first request to the last answer, in milliseconds. */
  readonly duration: number;
  /** The time to each answer, in milliseconds, shortest first. */
  readonly latencies: readonly number[];
}

/**
 * Sends each request once. Every connection sends its next request when its last one is answered.
 *
 * undici's dispatcher takes two thirds of the CPU time of autocannon for the same load, on the processors that the
 * servers use too.
 * @param isGood judges the body of an answer
 * @throws Error with the first answer that is not good
 */
export async function load(
  url: string,
  requests: readonly Request[],
  connections: number,
  isGood: (body: string) => boolean,
): Promise<Load> {
  const clients = Array.from({ length: connections }, () => new HttpClient(url, { pipelining: 1 }));
  const latencies: number[] = [];
  const rest = requests.values();
  const began = performance.now();
  try {
    await Promise.all(
      clients.map(async (client) => {
        for (const request of rest) {
          const sent = performance.now();
          const { status, body } = await send(client, request);
          latencies.push(performance.now() - sent);
          if (status !== 200 || !isGood(body)) throw new Error(`answer ${status}: ${body.slice(0, 500)}`);
        }
      }),
    );
    const duration = performance.now() - began;
    return { duration, latencies: latencies.sort((one, other) => one - other) };
  } finally {
    await Promise.all(clients.map((client) => client.destroy()));
  }
}

/** Sends one request on a connection of its own, and returns the body. */
export async function ask(url: string, request: Request): Promise<string> {
  const client = new HttpClient(url, { pipelining: 1 });
  try {
    return (await send(client, request)).body;
  } finally {
    await client.destroy();
  }
}

function send(client: Client, request: Request): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    let status = 0;
    const parts: Buffer[] = [];
    client.dispatch(request, {
      onRequestStart() {},
      onResponseStart(_: unknown, code: number) {
        status = code;
      },
      onResponseData(_: unknown, part: Buffer) {
        parts.push(part);
      },
      onResponseEnd: () => resolve({ status, body: Buffer.concat(parts).toString() }),
      onResponseError: (_: unknown, error: Error) => reject(error),
    });
  });
}
