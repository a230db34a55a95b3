import { askRoute, type Membership, storedToken } from '../../hub/credentials.js';
import { hubAddress } from '../../lib/settings.js';

/* The signed-in account, by the routes `/auth/…` of the hub. */

/** A demonstration account. */
export interface DemoAccount extends Membership {
  readonly member: string;
  readonly email: string;
  readonly name: string;
}

export interface Invitation extends Membership {
  readonly id: string;
}

/** What an account may become. */
export interface Choices {
  readonly memberships: readonly (Membership & { readonly chosen: boolean })[];
  readonly invitations: readonly Invitation[];
}

/** The demonstration accounts that can sign in. */
export async function demoAccounts(): Promise<readonly DemoAccount[]> {
  const { body } = await askRoute<{ accounts: DemoAccount[] }>('auth/demo');
  return body?.accounts ?? [];
}

/** A token for a demonstration account; undefined if there is no such account. */
export async function demoToken(email: string): Promise<string | undefined> {
  const { body } = await askRoute<{ accessToken?: string }>('auth/demo', undefined, { email });
  return body?.accessToken;
}

/** The choices of the account of a token, or of the browser's session; undefined when the hub does not accept it. */
export async function choicesOf(token: string | undefined): Promise<Choices | undefined> {
  const { status, body } = await askRoute<Choices>('auth/session', token);
  return status === 200 ? body : undefined;
}

/** Keeps the choice of a membership in the browser's session. A token has no session: each tab chooses. */
export async function rememberChoice(token: string | undefined, { slug, role }: Membership): Promise<void> {
  if (!token) await askRoute('auth/choose', undefined, { partner: slug, role });
}

export async function acceptInvitation(token: string | undefined, invitation: Invitation): Promise<boolean> {
  const { status } = await askRoute('auth/accept', token, { invitation: invitation.id });
  return status === 204;
}

/**
 * Signs out and loads the page anew, so that nothing of the person is left in memory, and the page before is not
 * reached by the back button.
 */
export async function signOut(token: string | undefined): Promise<void> {
  storedToken.remove();
  const next = token ? undefined : await endSession();
  location.replace(next ?? hubAddress(''));
}

/** Ends the browser's session. Returns the address at the identity provider that ends its session too. */
export async function endSession(): Promise<string | undefined> {
  const { body } = await askRoute<{ next?: string }>('auth/logout', undefined, {});
  return body?.next;
}
