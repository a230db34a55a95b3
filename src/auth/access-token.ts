import { errors, type JWTHeaderParameters, type JWTPayload } from 'jose';
import type { Account } from './members.js';

/** Whom a token names, what it allows, and until when. */
export interface Identity extends Account {
  /** Seconds since 1970. */
  readonly expires: number;
  /** Whether the token allows acts. */
  readonly mayWrite: boolean;
}

/** The scope without which a token allows reading only. */
const writeScope = 'hub:write';

/** What only tokens for other purposes say: id tokens, logout tokens, tokens bound to a key. */
const foreignClaims = ['nonce', 'at_hash', 'c_hash', 's_hash', 'events', 'cnf'];

/**
 * Whom a verified access token names. A token that proves a sign-in to a client is none, though the
 * same provider has signed it.
 * @param clientId the hub's own name at the provider, to which id tokens are addressed
 * @throws JWTInvalid when it is a token of another sort
 */
export function namedBy(header: JWTHeaderParameters, claims: JWTPayload, clientId?: string): Identity {
  const { sub, exp, aud } = claims;
  const sort = String(header.typ ?? 'JWT').toLowerCase();
  const isAccess =
    ['jwt', 'at+jwt', 'application/at+jwt'].includes(sort) &&
    // Keycloak says in the claims what it is.
    (claims['typ'] === undefined || claims['typ'] === 'Bearer') &&
    !foreignClaims.some((name) => name in claims) &&
    (clientId === undefined || ![aud].flat().includes(clientId));
  const client = claims['client_id'] ?? claims['azp'];
  const isMachine = typeof client === 'string' && typeof sub === 'string' && isOfClient(sub, client, claims);
  const name = isMachine ? client : sub;
  // PostgreSQL knows no NUL, so nobody has such a name.
  if (!isAccess || typeof name !== 'string' || name.includes('\0')) throw new errors.JWTInvalid();
  const { email, email_verified: isVerified } = claims;
  const scopes = String(claims['scope'] ?? '').split(' ');
  return {
    kind: isMachine ? 'MACHINE' : 'PERSON',
    name,
    email: !isMachine && isVerified === true && typeof email === 'string' ? email : undefined,
    expires: exp as number,
    mayWrite: scopes.includes(writeScope),
  };
}

/**
 * Whether a client got the token for itself, and not for a person who signed in by it: the subject is
 * then the client (RFC 9068), or the account that Auth0 or Keycloak keeps for it.
 */
function isOfClient(sub: string, client: string, claims: JWTPayload): boolean {
  return (
    sub === client ||
    sub === `${client}@clients` ||
    (claims['typ'] === 'Bearer' &&
      claims['client_id'] === client &&
      claims['azp'] === client &&
      claims['preferred_username'] === `service-account-${client.toLowerCase()}`)
  );
}
