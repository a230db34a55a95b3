import { errors, type JWTHeaderParameters, type JWTPayload } from 'jose';
import type { Account } from './members.js';

/** The account of a token, what the token allows, and when it expires. */
export interface Identity extends Account {
  /** Expiry, in seconds since 1970. */
  readonly expires: number;
  /** Whether the token allows mutations. */
  readonly mayWrite: boolean;
}

/** The scope that allows mutations. A token without it allows reading only. */
const writeScope = 'hub:write';

/** Claims that only other sorts of tokens have: id tokens, logout tokens, key-bound tokens. */
const foreignClaims = ['nonce', 'at_hash', 'c_hash', 's_hash', 'events', 'cnf'];

/**
 * Returns the identity in a verified access token. An id token is not an access token, although the same provider
 * has signed it.
 * @param clientId the hub's client id at the provider, which is the audience of id tokens
 * @throws JWTInvalid when the token is not an access token
 */
export function identityOf(header: JWTHeaderParameters, claims: JWTPayload, clientId?: string): Identity {
  const { sub, exp, aud } = claims;
  const sort = String(header.typ ?? 'JWT').toLowerCase();
  const isAccess =
    ['jwt', 'at+jwt', 'application/at+jwt'].includes(sort) &&
    // Keycloak puts the sort of the token into the claim `typ`.
    (claims['typ'] === undefined || claims['typ'] === 'Bearer') &&
    !foreignClaims.some((name) => name in claims) &&
    (clientId === undefined || ![aud].flat().includes(clientId));
  const client = claims['client_id'] ?? claims['azp'];
  const isMachine = typeof client === 'string' && typeof sub === 'string' && isOfClient(sub, client, claims);
  const name = isMachine ? client : sub;
  // PostgreSQL cannot store NUL, so no account has such a name.
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
 * Whether a client got the token for itself, and not for a person who signed in through the client. The subject is
 * then the client (RFC 9068), or the service account that Auth0 or Keycloak keeps for the client.
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
