import { hubAddress } from '../lib/settings.js';

/** A membership of the signed-in account: at which partner, in which role. */
export interface Membership {
  readonly slug: string;
  readonly partner: string;
  readonly role: string;
}

/** On whose behalf the console asks. Without a token, the browser's session cookie is used. */
export interface Credentials {
  readonly token?: string | undefined;
  readonly membership: Membership;
}

/** The token of this tab. It is the only value that the console stores. */
const key = 'hub:token';

export const storedToken = {
  read: (): string | undefined => sessionStorage.getItem(key) ?? undefined,
  write: (token: string): void => sessionStorage.setItem(key, token),
  remove: (): void => sessionStorage.removeItem(key),
};

/** The headers of a token; the browser adds the session cookie itself. */
export function authorization(token: string | undefined): Record<string, string> {
  return token ? { authorization: `Bearer ${token}` } : {};
}

/** The headers of a request for one membership. */
export function headersOf({ token, membership }: Credentials): Record<string, string> {
  return {
    ...authorization(token),
    'x-hub-partner': membership.slug,
    'x-hub-role': membership.role,
  };
}

/** The answer of a route outside GraphQL. */
export interface RouteAnswer<T> {
  readonly status: number;
  readonly body: T | undefined;
}

/** The hub could not be reached. */
export class Unreachable extends Error {}

/**
 * Sends a request to a route of the hub.
 * @throws Unreachable when there is no answer
 */
export async function askRoute<T>(path: string, token?: string, body?: unknown): Promise<RouteAnswer<T>> {
  const response = await fetch(hubAddress(path), {
    cache: 'no-store',
    headers: { ...authorization(token), ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Unreachable();
  });
  const text = await response.text();
  return { status: response.status, body: text ? (JSON.parse(text) as T) : undefined };
}
