/**
 * Who is signed in, in this browser tab only: two tabs can be two people, and closing a tab signs out.
 *
 * @typedef {{ token: string, email?: string, name: string, partner: string, role: string }} Identity
 * @typedef {{ email: string, name: string, partner: string, role: string }} Account
 */

const KEY = 'hub:identity';

/** A failure told in words for people, in French. */
export class Refusal extends Error {}

/** Asks the hub, and says so in plain words when it cannot be reached. Addresses are relative to the page. */
export async function ask(path, init) {
  let response;
  try {
    response = await fetch(path, { cache: 'no-store', ...init });
  } catch {
    throw new Refusal('Le hub ne répond pas. Vérifiez qu’il est démarré et votre réseau, puis réessayez.');
  }
  const answer = await response.json().catch(() => undefined);
  return { status: response.status, answer };
}

/** True when the hub no longer takes the token, or never did. */
export function isUnauthenticated({ status, answer }) {
  return status === 401 || answer?.errors?.some((error) => error.extensions?.code === 'UNAUTHENTICATED');
}

const json = { 'content-type': 'application/json', accept: 'application/json' };

/** The header of a token; none for a browser's session, whose cookie the browser sends by itself. */
export function authorized(token) {
  return token ? { authorization: `Bearer ${token}` } : {};
}

/** Posts one operation to the hub under a token, or under the browser's session. */
export function postOperation(token, operation) {
  return ask('graphql', {
    method: 'POST',
    headers: { ...json, ...authorized(token) },
    body: JSON.stringify(operation),
  });
}

/** Keeps the identity of this tab; tells `change` events when it becomes another one. */
export class Session extends EventTarget {
  /** @type {Identity | undefined} */
  identity = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') ?? undefined;
  #renewal;

  /** @returns {Promise<Account[]>} the accounts that one may sign in as in a demonstration */
  async accounts() {
    const { status, answer } = await ask('auth/demo');
    if (status !== 200 || !Array.isArray(answer?.accounts)) {
      throw new Refusal(`La liste des comptes de démonstration n’est pas disponible (réponse ${status}).`);
    }
    return answer.accounts;
  }

  /** Signs in as a demonstration account. */
  async signInAs(account) {
    this.#become({ ...account, token: await demoToken(account.email) });
  }

  /** Signs in with a token of the identity provider; the hub says whose it is. */
  async signInWith(token) {
    const query = '{ viewer { role member { name } partner { name } } }';
    const result = await postOperation(token, { query });
    if (isUnauthenticated(result)) {
      throw new Refusal('Connexion refusée : le hub n’accepte pas ce jeton. Il est peut-être expiré.');
    }
    const viewer = result.answer?.data?.viewer;
    if (!viewer)
      throw new Refusal(`Connexion refusée : le hub n’a pas dit qui vous êtes (${result.status}).`);
    this.#become({ token, name: viewer.member.name, partner: viewer.partner.name, role: viewer.role });
  }

  /**
   * Takes up the session that the identity provider's sign-in has opened in this browser, if there is one.
   * @returns {Promise<{ slug: string, partner: string, chosen: boolean }[]>} whom one may be in it
   */
  async resume() {
    const { status, answer } = await ask('auth/session');
    if (status === 401) this.signOut();
    if (status !== 200) return [];
    const { memberships } = answer;
    if (memberships.some(({ chosen }) => chosen)) await this.signInWith(undefined);
    else this.signOut();
    return memberships;
  }

  /** Goes on for one of the partners that one works for. */
  async choose(partner) {
    const init = { method: 'POST', headers: json, body: JSON.stringify({ partner }) };
    const { status } = await ask('auth/choose', init);
    if (status !== 204) throw new Refusal(`Ce choix n’est pas possible (réponse ${status}).`);
    await this.signInWith(undefined);
  }

  /** Ends the browser's session, here and at the identity provider. */
  async leave() {
    const { answer } = await ask('auth/logout', { method: 'POST' });
    this.signOut();
    if (answer?.next) location.assign(answer.next);
  }

  /**
   * Gets a new token after the hub has refused the one of `identity`.
   * @param {Identity} identity
   * @returns {Promise<Identity | undefined>} the same person with a new token; undefined when that is not
   *   possible, or when somebody else has signed in meanwhile, for whom the operation was never meant
   */
  async renew(identity) {
    if (this.identity?.email !== identity.email) return undefined;
    if (this.identity.token !== identity.token) return identity.email ? this.identity : undefined;
    if (!identity.email) {
      this.signOut();
      return undefined;
    }
    this.#renewal ??= demoToken(identity.email).finally(() => {
      this.#renewal = undefined;
    });
    const token = await this.#renewal;
    if (this.identity?.email !== identity.email) return undefined;
    this.identity = { ...this.identity, token };
    sessionStorage.setItem(KEY, JSON.stringify(this.identity));
    return this.identity;
  }

  signOut() {
    this.#become(undefined);
  }

  #become(identity) {
    this.identity = identity;
    this.#renewal = undefined;
    if (identity) sessionStorage.setItem(KEY, JSON.stringify(identity));
    else sessionStorage.removeItem(KEY);
    this.dispatchEvent(new Event('change'));
  }
}

async function demoToken(email) {
  const { status, answer } = await ask('auth/demo', {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email }),
  });
  if (status !== 200 || typeof answer?.accessToken !== 'string') {
    throw new Refusal(`Connexion refusée pour ${email} (réponse ${status}).`);
  }
  return answer.accessToken;
}
