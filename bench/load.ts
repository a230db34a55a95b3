import { createRequire } from 'node:module';
import type { Request } from './contender.js';

/** The part of undici's `Client` that the bench uses. */
interface Client {
  dispatch(request: object, handler: object): void;
  destroy(): Promise<void>;
}

type ClientClass = new (url: string, options: object) => Client;

/** undici is installed in `bench` alone, where the compiled bench does not look for it. */
function httpClient(): ClientClass {
  const { Client } = createRequire(new URL('../../bench/package.json', import.meta.url))('undici');
  return Client as ClientClass;
}

/** The result of a number of requests. */
export interface Load {
  /** From the first request to the last answer, in milliseconds. */
  readonly duration: number;
  /** The time to each good answer, in milliseconds, shortest first. */
  readonly latencies: readonly number[];
  /** The number of other answers, and the first of them. */
  readonly failed: number;
  readonly failure: string | undefined;
}

/**
 * Sends each request once. Every connection sends its next request when its last one is answered.
 *
 * undici's dispatcher takes two thirds of the CPU time of autocannon for the same load, on the processors that the
 * servers use too.
 * @param isGood judges the body of an answer
 */
export async function load(
  url: string,
  requests: readonly Request[],
  connections: number,
  isGood: (body: string) => boolean,
): Promise<Load> {
  const HttpClient = httpClient();
  const clients = Array.from({ length: connections }, () => new HttpClient(url, { pipelining: 1 }));
  const latencies: number[] = [];
  const failures: string[] = [];
  const rest = requests.values();
  const began = performance.now();
  try {
    await Promise.all(
      clients.map(async (client) => {
        for (const request of rest) {
          const sent = performance.now();
          const { status, body } = await send(client, request);
          if (status === 200 && isGood(body)) latencies.push(performance.now() - sent);
          else failures.push(`${status} ${body.slice(0, 500)}`);
        }
      }),
    );
    const duration = performance.now() - began;
    latencies.sort((one, other) => one - other);
    return { duration, latencies, failed: failures.length, failure: failures[0] };
  } finally {
    await Promise.all(clients.map((client) => client.destroy()));
  }
}

/** Sends one request, and returns the body. */
export async function ask(url: string, { path, ...request }: Request): Promise<string> {
  return (await fetch(url + path, request)).text();
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
