/**
 * Who is signed in, in this browser tab only: two tabs can be two people, and closing a tab signs out.
 *
 * @typedef {{ slug: string, partner: string, role: string }} Membership
 * @typedef {Membership & { member: string, name: string, email?: string, token?: string }} Identity an email in a
 *   demonstration; no token for a browser's session
 * @typedef {Membership & { member: string, name: string, email: string, invited: boolean }} Account
 * @typedef {Membership & { id: string }} Invitation
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

/** What says who asks: a token, or nothing for a browser's session, whose cookie the browser sends by itself. */
export function authorized(token) {
  return token ? { authorization: `Bearer ${token}` } : {};
}

/**
 * The headers that say who asks, and in which membership.
 * @param {{ token?: string } & Membership} who
 */
export function headersOf({ token, slug, role }) {
  return { ...authorized(token), 'x-hub-partner': slug, 'x-hub-role': role };
}

/** Posts one operation to the hub. */
export function postOperation(who, operation) {
  return post('graphql', operation, headersOf(who));
}

function post(path, body, headers) {
  return ask(path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) });
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

  /**
   * What the owner of a token, or of the browser's session, may be: in which memberships, and by which invitations.
   * @returns {Promise<{ memberships: (Membership & { chosen: boolean })[], invitations: Invitation[] }>}
   */
  async choices(token) {
    const result = await ask('auth/session', { headers: authorized(token) });
    if (isUnauthenticated(result)) {
      if (!token) this.signOut();
      if (!token) return { memberships: [], invitations: [] };
      throw new Refusal('Connexion refusée : le hub n’accepte pas ce jeton. Il est peut-être expiré.');
    }
    if (result.status !== 200)
      throw new Refusal(`Le hub n’a pas dit qui vous êtes (réponse ${result.status}).`);
    return result.answer;
  }

  /** A token as a demonstration account. */
  tokenOf(account) {
    return demoToken(account.email);
  }

  /**
   * Goes on in a membership; a browser's session remembers it.
   * @param {Membership} membership
   * @param {{ token?: string, email?: string }} who
   */
  async become({ slug, role }, { token, email }) {
    if (!token) {
      const { status } = await post('auth/choose', { partner: slug, role });
      if (status !== 204) throw new Refusal(`Ce choix n’est pas possible (réponse ${status}).`);
    }
    const query = '{ viewer { role member { id name } partner { name slug } } }';
    const { status, answer } = await postOperation({ token, slug, role }, { query });
    const viewer = answer?.data?.viewer;
    if (!viewer) throw new Refusal(`Connexion refusée : le hub n’a pas dit qui vous êtes (${status}).`);
    const { member, partner } = viewer;
    const membership = { slug: partner.slug, partner: partner.name, role: viewer.role };
    this.#become({
      ...membership,
      member: member.id,
      name: member.name,
      ...(token && { token }),
      ...(email && { email }),
    });
  }

  /** Accepts or declines an invitation. */
  async reply(token, { id }, accepts) {
    const path = accepts ? 'auth/accept' : 'auth/decline';
    const { status } = await post(path, { invitation: id }, authorized(token));
    if (status === 404) throw new Refusal('Cette invitation n’existe plus.');
    if (status === 409) throw new Refusal('Vous avez déjà ce rôle chez ce partenaire.');
    if (status !== 204) throw new Refusal(`Votre réponse n’a pas été enregistrée (réponse ${status}).`);
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
    if (this.identity?.member !== identity.member) return undefined;
    if (this.identity.token !== identity.token) return identity.email ? this.identity : undefined;
    if (!identity.email) {
      this.signOut();
      return undefined;
    }
    this.#renewal ??= demoToken(identity.email).finally(() => {
      this.#renewal = undefined;
    });
    const token = await this.#renewal;
    if (this.identity?.member !== identity.member) return undefined;
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
