import type { Role } from '../../src/access/role.js';

/** An invitation of an account: the partner and the role. */
export interface Invitation {
  readonly id: string;
  readonly slug: string;
  readonly partner: string;
  readonly role: Role;
}

/** Sends a request of an account, with its token or with the session of its browser. */
type Ask = (path: string, body?: object) => Promise<Response>;

/** Requests of the account of a token. */
export function byToken(url: string, token: string): Ask {
  const authorization = `Bearer ${token}`;
  return (path, body) =>
    fetch(`${url}/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
}

/** The open invitations of an account. */
export async function invitationsOf(ask: Ask): Promise<Invitation[]> {
  const response = await ask('auth/session');
  if (response.status !== 200) throw new Error(`no session: ${response.status}`);
  return ((await response.json()) as { invitations: Invitation[] }).invitations;
}

/** Answers an invitation and returns the HTTP status. */
export async function answer(ask: Ask, how: 'accept' | 'decline', { id }: { id: string }): Promise<number> {
  return (await ask(`auth/${how}`, { invitation: id })).status;
}

/** Accepts all invitations of an account. */
export async function acceptAll(ask: Ask): Promise<void> {
  for (const invitation of await invitationsOf(ask)) {
    const status = await answer(ask, 'accept', invitation);
    if (status !== 204) throw new Error(`not accepted: ${status}`);
  }
}
