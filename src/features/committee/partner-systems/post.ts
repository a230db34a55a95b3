/** A request to the system of a partner. */
export interface Posted {
  /** The address of the partner's GraphQL service; the path is relative to it. */
  readonly url: string;
  readonly path: string;
  readonly token: string;
  readonly body: Buffer | object;
  /** The most bytes of the answer. */
  readonly most: number;
  readonly signal: AbortSignal;
}

/** The system of a partner refused a request. */
export class Refused extends Error {
  /**
   * @param status of the answer
   * @param code from the partner: to be compared, not to be shown
   */
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super('the system of a partner refused a request');
  }
}

/** Why a system gave nothing, for the log. It contains nothing of what the system sent. */
export function reasonOf(error: unknown): string {
  if (error instanceof Refused) return `status ${error.status}`;
  const { name, message, cause } = error as Error & { cause?: { code?: unknown } };
  switch (name) {
    case 'TimeoutError':
      return 'no answer in time';
    case 'SyntaxError':
    case 'ZodError':
      return 'malformed answer';
    case 'TypeError':
      return `no connection (${String(cause?.code ?? 'closed')})`;
    case 'Error':
      return message;
    default:
      return name;
  }
}

/** The most bytes of an answer that refuses. */
const shortAnswer = 1000;

/**
 * Sends a request and returns the body of its answer.
 * @throws Refused when the partner refuses it, otherwise an Error
 */
export async function post({ url, path, token, body, most, signal }: Posted): Promise<Buffer> {
  const isBytes = Buffer.isBuffer(body);
  const response = await fetch(new URL(path, url), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': isBytes ? 'application/octet-stream' : 'application/json',
    },
    body: isBytes ? new Uint8Array(body) : JSON.stringify(body),
    // The token is for this address only.
    redirect: 'error',
    signal,
  });
  const answer = await bytesOf(response, response.ok ? most : shortAnswer);
  if (!response.ok) throw new Refused(response.status, codeIn(answer));
  return answer;
}

async function bytesOf(response: Response, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > most) throw new Error('the answer of a partner’s system is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function codeIn(answer: Buffer): string {
  try {
    return String(JSON.parse(answer.toString()).refused);
  } catch {
    return '';
  }
}
