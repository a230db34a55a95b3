import type { ReferralOutcome, ReferralStatus } from '../../src/features/referrals/lifecycle.js';
import type { DeclineReason, DeclineSide } from '../../src/features/referrals/referral.js';
import { type Day, dayOf, END, later, type Moment } from './calendar.js';
import type { Random } from './random.js';
import { cancellations, declines, mistakes, pauses, questions, replies, withdrawals } from './remarks.js';

const DAY = 86_400_000;

/** The party that acts; null for the hub. */
export type Actor = 'SENDER' | 'RECEIVER' | null;

/** One transition of a referral. */
export interface Change {
  readonly to: ReferralStatus;
  readonly at: Moment;
  readonly by: Actor;
  readonly reason: string | null;
}

/** Generates the transitions of a referral up to the end of the records. */
export class ReferralLife {
  readonly changes: Change[];
  seenAt: Moment | null = null;
  answeredAt: Moment | null = null;
  closedAt: Moment | null = null;
  firstContactOn: Day | null = null;
  decline: { side: DeclineSide; reason: DeclineReason; comment: string | null } | null = null;
  outcome: ReferralOutcome | null = null;

  constructor(
    private readonly random: Random,
    private readonly sentAt: Moment,
    /** Factor for all delays: below 1 for an urgent referral. */
    private readonly pace: number,
  ) {
    this.changes = [{ to: 'REQUESTED', at: sentAt, by: 'SENDER', reason: null }];
  }

  get last(): Change {
    return this.changes.at(-1) as Change;
  }

  /** The time at which the referral first entered this status. */
  since(status: ReferralStatus): Moment | undefined {
    return this.changes.find(({ to }) => to === status)?.at;
  }

  /** The status at a time after the sending. */
  statusAt(at: Moment): ReferralStatus {
    return (this.changes.findLast((change) => change.at <= at) as Change).to;
  }

  /** Generates a complete life, from the sending to the end. */
  live(): this {
    const { random } = this;
    random.weighted<() => void>([
      [() => this.answer(0, 9), 50],
      [() => this.review(0, 5) && this.answer(1, 12), 24],
      [() => this.ask() && this.answer(1, 8), 7],
      [() => this.review(0, 4) && this.wait() && this.answer(12, 70), 9],
      [() => this.expire(30), 5],
      [() => this.review(1, 8) && this.expire(60), 1],
      [() => this.cancel('SENDER', 1, 12), 3],
      [() => this.close('ENTERED_IN_ERROR', this.after(0, 2), 'SENDER', random.pick(mistakes)), 1],
    ])();
    return this.see(0.4);
  }

  /** Generates a referral that is not answered before the end of the records. */
  remain(): this {
    return this.see(0.55);
  }

  private review(min: number, max: number): boolean {
    return this.go('IN_REVIEW', this.after(min, max), 'RECEIVER');
  }

  private wait(): boolean {
    return this.go('WAITLISTED', this.after(0, 4), 'RECEIVER');
  }

  private ask(): boolean {
    const { random } = this;
    return (
      this.go('INFO_REQUESTED', this.after(0, 5), 'RECEIVER', random.pick(questions)) &&
      this.go('IN_REVIEW', this.after(0, 7), 'SENDER', random.pick(replies))
    );
  }

  private answer(min: number, max: number): void {
    const at = this.after(min, max);
    if (this.random.chance(0.76)) {
      if (this.go('ACCEPTED', at, 'RECEIVER')) this.takeOn();
      return;
    }
    const [side, reason, , comments] = this.random.weighted(declines.map((row) => [row, row[2]] as const));
    const comment = reason === 'OTHER' || this.random.chance(0.6) ? this.random.pick(comments) : null;
    if (this.close('DECLINED', at, 'RECEIVER', comment)) this.decline = { side, reason, comment };
  }

  private takeOn(): void {
    this.answeredAt = this.last.at;
    const { random } = this;
    random.weighted<() => void>([
      [() => this.cancel(random.pick(['SENDER', 'RECEIVER', null]), 2, 20), 5],
      [() => this.complete('UNREACHABLE', 15, 45), 5],
      [() => this.start(), 90],
    ])();
  }

  private start(): void {
    const { random } = this;
    if (!this.go('IN_PROGRESS', this.after(1, 16), 'RECEIVER')) return;
    this.firstContactOn = dayOf(this.last.at);
    if (random.chance(0.1)) {
      const paused = this.go('ON_HOLD', this.after(10, 40), 'RECEIVER', random.pick(pauses));
      if (!paused || !this.go('IN_PROGRESS', this.after(10, 40), 'RECEIVER')) return;
    }
    random.weighted<() => void>([
      [() => this.complete('SERVICE_RECEIVED', 20, 130), 72],
      [
        () => this.complete(random.pick(['DROPPED_OUT', 'REFERRED_ELSEWHERE', 'NO_HELP_AVAILABLE']), 15, 120),
        22,
      ],
      [() => this.cancel(random.pick(['RECEIVER', 'SENDER', null]), 10, 60), 6],
    ])();
  }

  private complete(outcome: ReferralOutcome, min: number, max: number): void {
    const to = outcome === 'SERVICE_RECEIVED' ? 'COMPLETED' : 'NOT_COMPLETED';
    if (this.close(to, this.after(min, max), 'RECEIVER', null)) this.outcome = outcome;
  }

  private cancel(by: Actor, min: number, max: number): void {
    const reason = this.random.pick(by === null ? withdrawals : cancellations);
    this.close('CANCELLED', this.after(min, max), by, reason);
  }

  private expire(days: number): void {
    this.close('EXPIRED', this.sentAt + days * DAY, null, null);
  }

  private close(to: ReferralStatus, at: Moment, by: Actor, reason: string | null): boolean {
    if (!this.go(to, at, by, reason)) return false;
    this.closedAt = at;
    if (to === 'DECLINED') this.answeredAt = at;
    return true;
  }

  private go(to: ReferralStatus, at: Moment, by: Actor, reason: string | null = null): boolean {
    if (at > END) return false;
    this.changes.push({ to, at, by, reason });
    return true;
  }

  /** The receiver read the referral before acting on it; without an act, it read it with this probability. */
  private see(chance: number): this {
    const { sentAt } = this;
    const acted = this.changes.find(({ by }) => by === 'RECEIVER')?.at;
    const gone = this.closedAt ?? END;
    const at = later(this.random, sentAt, this.random.int(0, 2));
    if (acted !== undefined) this.seenAt = at < acted ? at : sentAt + Math.floor((acted - sentAt) / 2);
    else if (this.random.chance(chance) && at < gone) this.seenAt = at;
    return this;
  }

  private after(min: number, max: number): Moment {
    const days = Math.round(this.random.int(min, max) * this.pace);
    return later(this.random, this.last.at, days);
  }
}
