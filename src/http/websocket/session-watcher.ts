import { setTimeout as delay } from 'node:timers/promises';
import type { Gone, SignedIn, SignIn } from '../../auth/sign-in.js';

/** How often the connected members and sessions are checked, in milliseconds. */
const interval = 250;

/**
 * Calls back within a second when a connected member or session loses its access, whichever process ended it. One
 * statement checks all connections; none runs while there are no connections.
 */
export class SessionWatcher {
  readonly #watched = new Map<SignedIn, (why: Gone) => void>();
  readonly #end = new AbortController();

  constructor(private readonly signIn: SignIn) {
    void this.#run();
  }

  add(signedIn: SignedIn, onGone: (why: Gone) => void): void {
    this.#watched.set(signedIn, onGone);
  }

  remove(signedIn: SignedIn): void {
    this.#watched.delete(signedIn);
  }

  /** The members who are connected. */
  get members(): string[] {
    return [...this.#watched.keys()].map(({ viewer }) => viewer.memberId);
  }

  stop(): void {
    this.#end.abort();
  }

  async #run(): Promise<void> {
    const { signal } = this.#end;
    while (!signal.aborted) {
      await delay(interval, undefined, { signal, ref: false }).catch(() => {});
      if (signal.aborted || this.#watched.size === 0) continue;
      // While the database is unavailable, no events are delivered either. The next round repeats the check.
      const gone = await this.signIn.gone([...this.#watched.keys()]).catch(() => []);
      for (const [signedIn, why] of gone) {
        this.#watched.get(signedIn)?.(why);
        this.#watched.delete(signedIn);
      }
    }
  }
}
