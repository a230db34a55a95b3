import type { IncomingMessage, ServerResponse } from 'node:http';

/** Why a request is refused: an HTTP status, and a code for the hub. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, code: string) {
    super(code);
    this.status = status;
  }
}

/** How long a body may take to arrive, in milliseconds. */
const bodyTime = 60_000;

/** The body of a request. @throws Refused when it has more bytes */
export async function bodyOf(request: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const timer = setTimeout(() => request.destroy(), bodyTime);
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > most) throw new Refused(413, 'TOO_MANY');
      chunks.push(chunk);
    }
  } finally {
    clearTimeout(timer);
  }
  return Buffer.concat(chunks);
}

/** Answers with values, or with an object as JSON. */
export function send(response: ServerResponse, status: number, body: Buffer | object): void {
  const isValues = Buffer.isBuffer(body);
  response.writeHead(status, {
    'content-type': isValues ? 'application/octet-stream' : 'application/json',
    'cache-control': 'no-store',
  });
  response.end(isValues ? body : JSON.stringify(body));
}

/** The object in a text; empty when there is none. */
export function jsonIn(text: Buffer): Record<string, unknown> {
  try {
    return (JSON.parse(text.toString()) ?? {}) as Record<string, unknown>;
  } catch {
    return {};
  }
}
