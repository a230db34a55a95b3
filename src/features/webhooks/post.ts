import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { closedSet } from '../../graphql/enum.js';
import type { AddressPolicy, Place } from '../../network/address-policy.js';

/** The problems shown do not tell private addresses from unreachable ones, so a webhook cannot be used to probe the hub's network. */
export const WebhookProblem = closedSet('WebhookProblem', 'Why an attempt to deliver failed.', {
  NOT_REACHED:
    'No receiver was reached at this address: the host name does not exist, the connection failed, the certificate is invalid, or the address is not allowed for webhooks.',
  TOO_SLOW: 'The receiver’s answer was not complete within 10 seconds.',
  REFUSED: 'The receiver answered with a status other than 2xx.',
});
export type WebhookProblem = keyof typeof WebhookProblem;

/** The result of an attempt. */
export interface Answer {
  /** The HTTP status; undefined when there was no answer. */
  readonly status?: number;
  /** Undefined when the message was delivered. */
  readonly problem?: WebhookProblem;
}

/** Timeout of a whole attempt in milliseconds. */
const attemptTimeout = 10_000;

/** How many bytes of an answer are read at most. Nothing of the answer is stored. */
const maxAnswerBytes = 16 * 1024;

/**
 * Posts a message. Only a 2xx status is success. Redirects are not followed. Each attempt opens a new connection to an
 * address that was checked.
 * @param stop aborts the attempt when the hub stops; the result of the attempt is then unknown
 * @throws Error when the attempt was aborted by `stop`
 */
export async function post(
  message: { readonly address: string; readonly headers: Record<string, string>; readonly body: string },
  addressPolicy: AddressPolicy,
  stop: AbortSignal,
  wait = attemptTimeout,
): Promise<Answer> {
  const late = AbortSignal.timeout(wait);
  const signal = AbortSignal.any([stop, late]);
  try {
    const url = new URL(message.address);
    const places = await orAbort(signal, addressPolicy.placesOf(url));
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
      // No shared agent: no proxy from the environment, and no reused connection.
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
        if (read <= maxAnswerBytes) return;
        resolve(status);
        sending.destroy();
      });
      response.once('end', () => resolve(status));
      response.once('error', reject);
    });
    sending.end(body);
  });
}

/** Resolves with the result of the work; rejects when the signal aborts first. */
function orAbort<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}
