const OWNER = 'hub:typed-by';
const PREFIX = 'graphiql:';

/**
 * Where GraphiQL keeps what one identity types, for this tab until it is closed. What anybody else has typed
 * here is removed first: it may name people.
 *
 * @param {import('./session.js').Identity | undefined} identity nobody's, when nobody is signed in
 * @returns {Storage & { close: () => void }} `close` lets nothing more be written: GraphiQL writes a moment
 *   after it has gone
 */
export function storageFor(identity) {
  // The same person at another partner or in another role is somebody else too.
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
