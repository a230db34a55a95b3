import { covers, type SharingScope } from '../../src/access/scope.js';

/** What a partner was granted of the person. */
export interface Grant {
  readonly to: number;
  readonly by: number;
  readonly scope: SharingScope;
  readonly referral: Sent | undefined;
  /** Its place in the order of everything that happened. */
  readonly at: number;
  ended: boolean;
  expired: boolean;
}

/** A referral of the person. */
export interface Sent {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly scope: SharingScope;
  status: 'REQUESTED' | 'ACCEPTED' | 'CLOSED';
  version: number;
}

/** When the person agreed, in days before today, and whether it was confirmed that it came after a withdrawal. */
export interface Agreed {
  readonly daysAgo: number;
  readonly confirmed: boolean;
}

const lower = (one: SharingScope, other: SharingScope) => (covers(one, other) ? other : one);
const higher = (one: SharingScope | undefined, other: SharingScope) =>
  one && covers(one, other) ? one : other;

/** Who may see one person, by the rules as they are written for people. Partner 0 is the referent. */
export class ConsentModel {
  readonly grants: Grant[] = [];
  readonly referrals: Sent[] = [];
  readonly #withdrawals = new Map<number, { at: number; daysAgo: number }>();
  #clock = 0;

  inForce(partner: number): Grant[] {
    return this.grants.filter((it) => it.to === partner && !it.ended && !it.expired);
  }

  access(partner: number): SharingScope | undefined {
    if (partner === 0) return 'FOLLOW_UP';
    return this.inForce(partner).reduce<SharingScope | undefined>(
      (best, { scope }) => higher(best, scope),
      undefined,
    );
  }

  /** Why an agreement with a partner is refused, if it is. */
  objection(to: number, { daysAgo, confirmed }: Agreed): string | undefined {
    const last = this.#withdrawals.get(to);
    if (!last || daysAgo < last.daysAgo) return undefined;
    if (daysAgo > last.daysAgo) return 'INVALID agreedOn';
    return confirmed ? undefined : 'INVALID agreedAfterWithdrawal';
  }

  grant(by: number, to: number, scope: SharingScope, referral?: Sent): void {
    this.grants.push({ by, to, scope, referral, at: ++this.#clock, ended: false, expired: false });
  }

  /** How far an acceptance opens the person; undefined when the receiver keeps the identity. */
  opened({ from, to, scope }: Sent, identity: Grant): SharingScope | undefined {
    const own = this.access(from);
    if (!own || (this.#withdrawals.get(to)?.at ?? 0) > identity.at) return undefined;
    const opened = lower(own, scope);
    return opened === 'IDENTITY' ? undefined : opened;
  }

  end(grants: readonly Grant[]): void {
    for (const it of grants) it.ended = true;
    this.bringDown();
  }

  close(referral: Sent, keeps: boolean): void {
    referral.status = 'CLOSED';
    referral.version += 1;
    const own = this.grants.filter((it) => it.referral === referral && !it.ended && !it.expired);
    this.end(keeps ? [] : own);
  }

  /** The person withdraws these grants from a partner, and the open referrals among what they rest on. */
  withdraw(to: number, grants: readonly Grant[], referrals: readonly Sent[]): void {
    for (const it of referrals.filter(({ status }) => status !== 'CLOSED')) {
      it.status = 'CLOSED';
      it.version += 1;
    }
    this.#withdrawals.set(to, { at: ++this.#clock, daysAgo: 0 });
    this.end(grants);
  }

  days(count: number): void {
    for (const it of this.#withdrawals.values()) it.daysAgo += count;
  }

  /** No grant outlives the access of who granted it: repeated until nothing changes. */
  bringDown(): void {
    for (let changed = true; changed; ) {
      changed = false;
      const supported = this.#supported();
      for (const it of this.grants.filter(({ ended, expired }) => !ended && !expired)) {
        const ground = supported.get(it.by);
        const handled = it.referral && it.referral.status !== 'CLOSED';
        const left = handled ? higher(ground, 'IDENTITY') : ground;
        if (left && covers(left, it.scope)) continue;
        it.ended = true;
        if (left) this.grant(it.by, it.to, left, it.referral);
        changed = true;
      }
    }
  }

  /** How far each partner's access goes back to the referent's, over grants that nobody ended. */
  #supported(): Map<number, SharingScope> {
    const supported = new Map<number, SharingScope>([[0, 'FOLLOW_UP']]);
    for (let changed = true; changed; ) {
      changed = false;
      for (const { by, to, scope, ended } of this.grants) {
        const ground = supported.get(by);
        if (ended || !ground) continue;
        const best = higher(supported.get(to), lower(ground, scope));
        if (best !== supported.get(to)) changed = true;
        supported.set(to, best);
      }
    }
    return supported;
  }
}
