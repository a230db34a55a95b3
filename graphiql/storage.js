const OWNER = 'hub:typed-by';
const PREFIX = 'graphiql:';

/**
 * The storage of GraphiQL for one identity, in this tab until it is closed. Input of another identity is removed
 * first, because it may name persons.
 *
 * @param {import('./session.js').Identity | undefined} identity undefined when no user is signed in
 * @returns {Storage & { close: () => void }} `close` stops all writes: GraphiQL still writes shortly after it is
 *   unmounted
 */
export function storageFor(identity) {
  // Each membership is a separate owner, also of the same person.
  const owner = identity?.member ?? null;
  if (sessionStorage.getItem(OWNER) !== owner) {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
    if (owner === null) sessionStorage.removeItem(OWNER);
    else sessionStorage.setItem(OWNER, owner);
  }
  let open = owner !== null;
  return {
    get length() {
      return sessionStorage.length;
    },
    getItem: (key) => (open ? sessionStorage.getItem(key) : null),
    setItem: (key, value) => open && sessionStorage.setItem(key, value),
    removeItem: (key) => open && sessionStorage.removeItem(key),
    clear() {
      for (const key of Object.keys(sessionStorage)) {
        if (open && key.startsWith(PREFIX)) sessionStorage.removeItem(key);
      }
    },
    close() {
      open = false;
    },
  };
}
