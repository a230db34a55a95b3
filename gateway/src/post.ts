/** Why a service gave no answer that can be used. Contains no address and nothing of what was asked. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';

  /** @param reason for the log, such as `timeout` or `status 503` */
  constructor(readonly reason: string) {
    super(reason);
  }
}

/** The limits of one answer. */
export interface AnswerLimits {
  /** Milliseconds until the answer must be complete. */
  readonly timeout: number;
  readonly bytes: number;
}

/** An answer of a GraphQL service: a JSON object. */
export interface Answer {
  readonly status: number;
  readonly json: Readonly<Record<string, unknown>>;
}

/**
 * Sends a GraphQL request. Redirects are not followed: they could carry a token to another place.
 * @throws NoAnswer when no complete JSON object comes within the limits
 */
export async function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: object,
  { timeout, bytes }: AnswerLimits,
): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    });
    const text = await textOf(response, bytes);
    const json: unknown = text.startsWith('{') ? JSON.parse(text) : undefined;
    if (typeof json !== 'object' || json === null) throw new NoAnswer(`status ${response.status}, not JSON`);
    return { status: response.status, json: json as Answer['json'] };
  } catch (error) {
    if (error instanceof NoAnswer) throw error;
    if (error instanceof SyntaxError) throw new NoAnswer('malformed JSON');
    throw new NoAnswer((error as Error).name === 'TimeoutError' ? 'timeout' : connectionProblem(error));
  }
}

async function textOf({ body }: Response, most: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.length;
    if (length > most) throw new NoAnswer('the answer is too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8').trim();
}

/** The code of a failed connection, such as ECONNREFUSED. The message would contain the address. */
function connectionProblem(error: unknown): string {
  const { code } = ((error as Error).cause ?? {}) as { code?: unknown };
  return `connection failed${typeof code === 'string' ? ` (${code})` : ''}`;
}
