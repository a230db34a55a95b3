import { createClient, type Client as SocketClient } from 'graphql-ws';
import { root } from '../lib/settings.js';
import { authorization, type Credentials } from './credentials.js';

/** What may change on a screen without the user's doing. */
export type Topic = MembershipTopic | 'file';

/** The topics of a membership, which are always followed. `file` is followed while a file is open. */
type MembershipTopic = 'referrals' | 'sharings' | 'persons' | 'notifications';

/** The subscription of each topic. Only its cursor is read: an event is a signal to read again what is on screen. */
const subscriptions: Record<MembershipTopic, string> = {
  referrals: 'referralEvents',
  sharings: 'sharingEvents',
  persons: 'beneficiaryEvents',
  notifications: 'notificationEvents',
};

/** The state of the connection: since when it is lost, and when the next attempt is. */
export type Connection =
  | { readonly state: 'connecting' | 'connected' }
  | { readonly state: 'lost'; readonly since: Date; readonly nextAttempt: Date };

/** The longest wait between two attempts, in seconds. */
const longestWait = 30;

/** The close code with which the hub asks to sign in again. */
const forbidden = 4403;

/**
 * Follows the events of a membership over one WebSocket. Reconnects by itself and resumes after the last cursor.
 * Listeners are called for each event of their topics, and each time that the connection is made.
 */
export class Live {
  #connection: Connection = { state: 'connecting' };
  readonly #watchers = new Set<() => void>();
  readonly #listeners = new Set<{ topics: readonly Topic[]; call: () => void }>();
  readonly #socket: SocketClient;
  #skipWait: (() => void) | undefined;

  /** @param onSessionEnd called when the hub no longer accepts the credentials */
  constructor(credentials: Credentials, onSessionEnd: () => void) {
    const { token, membership } = credentials;
    this.#socket = createClient({
      url: new URL('graphql', root).href.replace(/^http/, 'ws'),
      connectionParams: { ...authorization(token), partner: membership.slug, role: membership.role },
      lazy: false,
      retryAttempts: Number.POSITIVE_INFINITY,
      shouldRetry: (event) => (event as CloseEvent).code !== forbidden,
      retryWait: (retries) => this.#wait(retries),
      on: {
        connected: () => {
          this.#change({ state: 'connected' });
          this.signal();
        },
        closed: (event) => {
          if ((event as CloseEvent).code === forbidden) onSessionEnd();
        },
      },
      onNonLazyError: () => {},
    });
    for (const topic of Object.keys(subscriptions) as MembershipTopic[])
      this.#follow(topic, subscriptions[topic]);
  }

  /** The state of the connection, for `useSyncExternalStore`. */
  readonly connection = (): Connection => this.#connection;

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  /** Calls the listener for each event of the topics. Returns the function that ends it. */
  listen(topics: readonly Topic[], call: () => void): () => void {
    const listener = { topics, call };
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls the listeners of a topic, or all of them. */
  signal(topic?: Topic): void {
    for (const { topics, call } of [...this.#listeners]) if (!topic || topics.includes(topic)) call();
  }

  /** Follows the changes of a person's file, by any partner, as topic `file`. Returns the function that ends it. */
  followFile(beneficiary: string): () => void {
    return this.#follow('file', 'fileEvents', { beneficiary });
  }

  /** Tries to connect at once, instead of waiting. */
  readonly retryNow = (): void => this.#skipWait?.();

  close(): void {
    this.#listeners.clear();
    this.#watchers.clear();
    this.#skipWait?.();
    void this.#socket.dispose();
  }

  #follow(topic: Topic, field: string, of: { readonly beneficiary?: string } = {}): () => void {
    const variables: { beneficiary?: string; after?: string } = { ...of };
    const [declared, given] = of.beneficiary
      ? ['$beneficiary: ID!, $after: String', 'beneficiary: $beneficiary, after: $after']
      : ['$after: String', 'after: $after'];
    // graphql-ws sends the payload again when it reconnects: by then `variables` has the last cursor.
    let end = this.#socket.subscribe<Record<string, { cursor: string }>>(
      { query: `subscription Follow(${declared}) { ${field}(${given}) { cursor } }`, variables },
      {
        next: ({ data }) => {
          if (data?.[field]) variables.after = data[field].cursor;
          this.signal(topic);
        },
        error: (errors) => {
          // A cursor from before a restore: everything is read again, from now on.
          if (!Array.isArray(errors) || !variables.after) return;
          this.signal(topic);
          end = this.#follow(topic, field, of);
        },
        complete: () => {},
      },
    );
    return () => end();
  }

  async #wait(retries: number): Promise<void> {
    const seconds = Math.min(longestWait, 2 ** retries) * (0.75 + Math.random() / 2);
    const since = this.#connection.state === 'lost' ? this.#connection.since : new Date();
    this.#change({ state: 'lost', since, nextAttempt: new Date(Date.now() + seconds * 1000) });
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, seconds * 1000);
      this.#skipWait = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#skipWait = undefined;
  }

  #change(connection: Connection): void {
    this.#connection = connection;
    for (const watcher of this.#watchers) watcher();
  }
}
