import type { Role } from '../../src/access/role.js';

/** An invitation of an account: the partner and the role. */
export interface Invitation {
  readonly id: string;
  readonly slug: string;
  readonly partner: string;
  readonly role: Role;
}

/** Sends a request to an account route, with the account's token or its browser session. */
type SendRequest = (path: string, body?: object) => Promise<Response>;

/** Sends requests with the token of an account. */
export function requestWithToken(url: string, token: string): SendRequest {
  const authorization = `Bearer ${token}`;
  return (path, body) =>
    fetch(`${url}/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
}

/** The open invitations of an account. */
export async function invitationsOf(request: SendRequest): Promise<Invitation[]> {
  const response = await request('auth/session');
  if (response.status !== 200) throw new Error(`no session: ${response.status}`);
  return ((await response.json()) as { invitations: Invitation[] }).invitations;
}

/** Accepts or declines an invitation and returns the HTTP status. */
export async function answerInvitation(
  request: SendRequest,
  decision: 'accept' | 'decline',
  { id }: { id: string },
): Promise<number> {
  return (await request(`auth/${decision}`, { invitation: id })).status;
}

/** Accepts all invitations of an account. */
export async function acceptAllInvitations(request: SendRequest): Promise<void> {
  for (const invitation of await invitationsOf(request)) {
    const status = await answerInvitation(request, 'accept', invitation);
    if (status !== 204) throw new Error(`not accepted: ${status}`);
  }
}
