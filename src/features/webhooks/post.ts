import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { closedSet } from '../../graphql/enum.js';
import type { AddressPolicy, Place } from '../../network/address-policy.js';

/** What an administrator learns is the same wherever the address leads: nobody sounds the hub's own network by it. */
export const WebhookProblem = closedSet('WebhookProblem', 'Why an attempt to deliver failed.', {
  NOT_REACHED:
    'No receiver was reached at this address: no such name, no connection, no valid certificate, or not an address for a webhook.',
  TOO_SLOW: 'The answer was not complete in time.',
  REFUSED: 'The receiver answered, but not with success.',
});
export type WebhookProblem = keyof typeof WebhookProblem;

/** What became of a message. */
export interface Answer {
  /** The HTTP status; undefined when none came. */
  readonly status?: number;
  /** Undefined when it was delivered. */
  readonly problem?: WebhookProblem;
}

/** How long an attempt may take in all, in milliseconds. */
const answerWithin = 10_000;

/** As much of an answer is read, in bytes; nothing of it is kept. */
const enough = 16 * 1024;

/**
 * Posts a message. Only 2xx is success, a redirect is not followed, and each attempt has a connection of its own,
 * to an address that was checked.
 * @param stop ends the attempt when the hub stops: what became of it is not known then
 * @throws Error when it was stopped
 */
export async function post(
  message: { readonly address: string; readonly headers: Record<string, string>; readonly body: string },
  addressPolicy: AddressPolicy,
  stop: AbortSignal,
  wait = answerWithin,
): Promise<Answer> {
  const late = AbortSignal.timeout(wait);
  const signal = AbortSignal.any([stop, late]);
  try {
    const url = new URL(message.address);
    const places = await unless(signal, addressPolicy.placesOf(url));
    const status = await send(url, places, message, signal);
    return status >= 200 && status < 300 ? { status } : { status, problem: 'REFUSED' };
  } catch (error) {
    if (stop.aborted) throw error;
    return { problem: late.aborted ? 'TOO_SLOW' : 'NOT_REACHED' };
  }
}

function send(
  url: URL,
  places: readonly Place[],
  { headers, body }: { readonly headers: Record<string, string>; readonly body: string },
  signal: AbortSignal,
): Promise<number> {
  const lookup: LookupFunction = (_host, { all }, found) => {
    const [first] = places as [Place];
    if (all) found(null, [...places]);
    else found(null, first.address, first.family);
  };
  return new Promise((resolve, reject) => {
    const { request } = url.protocol === 'https:' ? https : http;
    const sending = request(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      lookup,
      signal,
      // An agent of its own: none of the environment's proxies, and no connection that is used again.
      agent: false,
      rejectUnauthorized: true,
    } satisfies https.RequestOptions);
    sending.once('error', reject);
    sending.once('close', () => reject(new Error('closed without an answer')));
    sending.once('response', (response) => {
      const status = response.statusCode as number;
      let read = 0;
      response.on('data', ({ length }: Buffer) => {
        read += length;
        if (read <= enough) return;
        resolve(status);
        sending.destroy();
      });
      response.once('end', () => resolve(status));
      response.once('error', reject);
    });
    sending.end(body);
  });
}

/** The result of some work, unless the signal comes first. */
function unless<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}
