import { covers, type SharingScope } from '../../src/access/scope.js';

/** A grant of access to the person. */
export interface Grant {
  readonly to: number;
  readonly by: number;
  readonly scope: SharingScope;
  readonly referral: ModelReferral | undefined;
  /** Its position in the order of all actions. */
  readonly position: number;
  ended: boolean;
  expired: boolean;
}

/** A referral of the person. */
export interface ModelReferral {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly scope: SharingScope;
  status: 'REQUESTED' | 'ACCEPTED' | 'CLOSED';
  version: number;
}

/** The day of the agreement, in days before today, and whether it was confirmed to be after a withdrawal. */
export interface Agreement {
  readonly daysAgo: number;
  readonly confirmed: boolean;
}

const smallerScope = (one: SharingScope, other: SharingScope) => (covers(one, other) ? other : one);
const greaterScope = (one: SharingScope | undefined, other: SharingScope) =>
  one && covers(one, other) ? one : other;

/** A model of the access to one person, by the documented rules. Partner 0 is the referent. */
export class ConsentModel {
  readonly grants: Grant[] = [];
  readonly referrals: ModelReferral[] = [];
  readonly #withdrawals = new Map<number, { position: number; daysAgo: number }>();
  #lastPosition = 0;

  grantsInForce(partner: number): Grant[] {
    return this.grants.filter((it) => it.to === partner && !it.ended && !it.expired);
  }

  access(partner: number): SharingScope | undefined {
    if (partner === 0) return 'FOLLOW_UP';
    return this.grantsInForce(partner).reduce<SharingScope | undefined>(
      (best, { scope }) => greaterScope(best, scope),
      undefined,
    );
  }

  /** The reason why an agreement with a partner is refused; undefined when it is not. */
  agreementRefusal(to: number, { daysAgo, confirmed }: Agreement): string | undefined {
    const withdrawal = this.#withdrawals.get(to);
    if (!withdrawal || daysAgo < withdrawal.daysAgo) return undefined;
    if (daysAgo > withdrawal.daysAgo) return 'INVALID agreedOn';
    return confirmed ? undefined : 'INVALID agreedAfterWithdrawal';
  }

  grant(by: number, to: number, scope: SharingScope, referral?: ModelReferral): void {
    this.grants.push({
      by,
      to,
      scope,
      referral,
      position: ++this.#lastPosition,
      ended: false,
      expired: false,
    });
  }

  /** The scope that an acceptance grants; undefined when the receiver keeps IDENTITY only. */
  scopeOnAcceptance({ from, to, scope }: ModelReferral, identity: Grant): SharingScope | undefined {
    const own = this.access(from);
    if (!own || (this.#withdrawals.get(to)?.position ?? 0) > identity.position) return undefined;
    const grantedScope = smallerScope(own, scope);
    return grantedScope === 'IDENTITY' ? undefined : grantedScope;
  }

  end(grants: readonly Grant[]): void {
    for (const it of grants) it.ended = true;
    this.reduceDerivedGrants();
  }

  close(referral: ModelReferral, keepsGrants: boolean): void {
    referral.status = 'CLOSED';
    referral.version += 1;
    const referralGrants = this.grants.filter((it) => it.referral === referral && !it.ended && !it.expired);
    this.end(keepsGrants ? [] : referralGrants);
  }

  /** Withdraws these grants from a partner, and closes the open referrals that they are based on. */
  withdraw(to: number, grants: readonly Grant[], referrals: readonly ModelReferral[]): void {
    for (const it of referrals.filter(({ status }) => status !== 'CLOSED')) {
      it.status = 'CLOSED';
      it.version += 1;
    }
    this.#withdrawals.set(to, { position: ++this.#lastPosition, daysAgo: 0 });
    this.end(grants);
  }

  passDays(count: number): void {
    for (const it of this.#withdrawals.values()) it.daysAgo += count;
  }

  /** Ends or reduces grants that exceed the access of their granting partner, until nothing changes. */
  reduceDerivedGrants(): void {
    for (let changed = true; changed; ) {
      changed = false;
      const scopesFromReferent = this.#scopesFromReferent();
      for (const it of this.grants.filter(({ ended, expired }) => !ended && !expired)) {
        const granterScope = scopesFromReferent.get(it.by);
        const isOpenReferral = it.referral && it.referral.status !== 'CLOSED';
        const remainingScope = isOpenReferral ? greaterScope(granterScope, 'IDENTITY') : granterScope;
        if (remainingScope && covers(remainingScope, it.scope)) continue;
        it.ended = true;
        if (remainingScope) this.grant(it.by, it.to, remainingScope, it.referral);
        changed = true;
      }
    }
  }

  /** The scope that each partner has from the referent, over chains of grants that were not ended. */
  #scopesFromReferent(): Map<number, SharingScope> {
    const scopes = new Map<number, SharingScope>([[0, 'FOLLOW_UP']]);
    for (let changed = true; changed; ) {
      changed = false;
      for (const { by, to, scope, ended } of this.grants) {
        const granterScope = scopes.get(by);
        if (ended || !granterScope) continue;
        const best = greaterScope(scopes.get(to), smallerScope(granterScope, scope));
        if (best !== scopes.get(to)) changed = true;
        scopes.set(to, best);
      }
    }
    return scopes;
  }
}
