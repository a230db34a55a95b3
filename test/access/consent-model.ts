import { covers, type SharingScope } from '../../src/access/scope.js';

/** A grant of access to the person. */
export interface Grant {
  readonly to: number;
  readonly by: number;
  readonly scope: SharingScope;
  readonly referral: Sent | undefined;
  /** Its position in the order of all actions. */
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

/** The day of the agreement, in days before today, and whether it was confirmed to be after a withdrawal. */
export interface Agreed {
  readonly daysAgo: number;
  readonly confirmed: boolean;
}

const lower = (one: SharingScope, other: SharingScope) => (covers(one, other) ? other : one);
const higher = (one: SharingScope | undefined, other: SharingScope) =>
  one && covers(one, other) ? one : other;

/** A model of the access to one person, by the documented rules. Partner 0 is the referent. */
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

  /** The reason why an agreement with a partner is refused; undefined when it is not. */
  objection(to: number, { daysAgo, confirmed }: Agreed): string | undefined {
    const last = this.#withdrawals.get(to);
    if (!last || daysAgo < last.daysAgo) return undefined;
    if (daysAgo > last.daysAgo) return 'INVALID agreedOn';
    return confirmed ? undefined : 'INVALID agreedAfterWithdrawal';
  }

  grant(by: number, to: number, scope: SharingScope, referral?: Sent): void {
    this.grants.push({ by, to, scope, referral, at: ++this.#clock, ended: false, expired: false });
  }

  /** The scope that an acceptance grants; undefined when the receiver keeps IDENTITY only. */
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

  /** Withdraws these grants from a partner, and closes the open referrals that they are based on. */
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

  /** Ends or reduces grants that exceed the access of their granting partner, until nothing changes. */
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

  /** The scope of each partner that can be traced to the referent over grants that were not ended. */
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
