/**
 * The identity that is signed in, in this browser tab only. Two tabs can have two identities. Closing a tab signs
 * out.
 *
 * @typedef {{ slug: string, partner: string, role: string }} Membership
 * @typedef {Membership & { member: string, name: string, email?: string, token?: string }} Identity `email` is set
 *   in demonstration mode; `token` is absent with a browser session
 * @typedef {Membership & { member: string, name: string, email: string, invited: boolean }} Account
 * @typedef {Membership & { id: string }} Invitation
 */

const KEY = 'hub:identity';

/** An error with a message for users, in French. */
export class Refusal extends Error {}

/** Sends a request to the hub; throws {@link Refusal} when the hub cannot be reached. Paths are relative to the page. */
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

/** Whether the hub does not accept the token, or no longer accepts it. */
export function isUnauthenticated({ status, answer }) {
  return status === 401 || answer?.errors?.some((error) => error.extensions?.code === 'UNAUTHENTICATED');
}

const json = { 'content-type': 'application/json', accept: 'application/json' };

/** The headers for a token. Empty for a browser session: the browser sends its cookie. */
export function authorized(token) {
  return token ? { authorization: `Bearer ${token}` } : {};
}

/**
 * The headers with the token and the membership.
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

/** Keeps the identity of this tab. Emits `change` when the identity changes. */
export class Session extends EventTarget {
  /** @type {Identity | undefined} */
  identity = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') ?? undefined;
  #renewal;

  /** @returns {Promise<Account[]>} the accounts of the demonstration */
  async accounts() {
    const { status, answer } = await ask('auth/demo');
    if (status !== 200 || !Array.isArray(answer?.accounts)) {
      throw new Refusal(`La liste des comptes de démonstration n’est pas disponible (réponse ${status}).`);
    }
    return answer.accounts;
  }

  /**
   * The memberships and invitations of a token or of the browser session.
   * @returns {Promise<{ memberships: (Membership & { chosen: boolean })[], invitations: Invitation[] }>}
   */
  async choices(token) {
    const result = await ask('auth/session', { headers: authorized(token) });
    if (isUnauthenticated(result)) {
      if (!token) this.signOut();
      if (!token) return { memberships: [], invitations: [] };
      throw new Refusal(
        'Connexion refusée : le hub n’accepte pas ce jeton. Il est peut-être expiré : demandez-en un nouveau.',
      );
    }
    if (result.status !== 200)
      throw new Refusal(
        `Vos rôles n’ont pas pu être chargés (réponse ${result.status}). Réessayez dans un instant.`,
      );
    return result.answer;
  }

  /** Requests a token for a demonstration account. */
  tokenOf(account) {
    return demoToken(account.email);
  }

  /**
   * Chooses a membership. A browser session stores the choice.
   * @param {Membership} membership
   * @param {{ token?: string, email?: string }} who
   */
  async become({ slug, role }, { token, email }) {
    if (!token) {
      const { status } = await post('auth/choose', { partner: slug, role });
      if (status !== 204)
        throw new Refusal(
          `Ce choix n’est pas possible (réponse ${status}). Rechargez la page, puis choisissez de nouveau.`,
        );
    }
    const query = '{ viewer { role member { id name } partner { name slug } } }';
    const { status, answer } = await postOperation({ token, slug, role }, { query });
    const viewer = answer?.data?.viewer;
    if (!viewer) throw new Refusal(`Connexion refusée (réponse ${status}). Reconnectez-vous.`);
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

  /** Ends the browser session at the hub and at the identity provider. */
  async leave() {
    const { answer } = await ask('auth/logout', { method: 'POST' });
    this.signOut();
    if (answer?.next) location.assign(answer.next);
  }

  /**
   * Requests a new token after the hub has refused the token of `identity`.
   * @param {Identity} identity
   * @returns {Promise<Identity | undefined>} the same identity with a new token; undefined when that is
   *   not possible, or when another user has signed in meanwhile, so that the operation must not run as that user
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
