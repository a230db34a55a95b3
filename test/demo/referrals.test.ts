import { describe, expect, it } from '@jest/globals';
import { covers } from '../../src/access/scope.js';
import { closedStatuses, lifecycle } from '../../src/features/referrals/lifecycle.js';
import { end, groupBy, inForce, partnerOf, sharings, slugOf, town } from './rows.js';

const legal = new Set([
  'null → REQUESTED SENDER',
  ...lifecycle.flatMap(({ from, to, by }) =>
    from.flatMap((one) => by.map((party) => `${one} → ${to} ${party}`)),
  ),
]);

const transitions = groupBy(town.referral_transition, (row) => row.referral_id);
const reasons = new Set(town.referral_text.map(({ id }) => id));
const sharingsOf = groupBy(town.sharing, (row) => row.referral_id ?? '');
const daysBefore = (days: number) => new Date(Date.parse(end) - days * 86_400_000).toISOString();

describe('a referral of the town', () => {
  it('has a reference in the order of sending', () => {
    const sent = town.referral.map((row) => row.sent_at);
    expect(sent).toEqual([...sent].sort());
    town.referral.forEach((row, index) => {
      expect(row.reference).toBe(`${row.sent_at.slice(0, 4)}-${String(index + 1).padStart(6, '0')}`);
    });
  });

  it('has only valid transitions, and the state of the last one', () => {
    for (const row of town.referral) {
      const changes = [...(transitions.get(row.id) ?? [])].sort((one, other) => one.version - other.version);
      expect(changes.map(({ version }) => version)).toEqual(changes.map((_, index) => index + 1));
      expect(row.version).toBe(changes.length);
      expect(changes.at(-1)?.to).toBe(row.status);
      const wrong = changes.filter((change, index) => {
        const party = change.by_id === null ? 'SYSTEM' : change.by_id === row.from_id ? 'SENDER' : 'RECEIVER';
        const before = changes[index - 1];
        return (
          !legal.has(`${change.from} → ${change.to} ${party}`) ||
          change.from !== (before?.to ?? null) ||
          change.at < (before?.at ?? '') ||
          change.at > end ||
          (change.member_id && partnerOf.get(change.member_id)) !== change.by_id
        );
      });
      expect(wrong).toEqual([]);
    }
  });

  it('has column values that agree with its transitions', () => {
    for (const row of town.referral) {
      const changes = transitions.get(row.id) ?? [];
      const at = (...statuses: string[]) => changes.find(({ to }) => statuses.includes(to))?.at ?? null;
      expect(row.from_id).not.toBe(row.to_id);
      expect(row.sent_at).toBe(at('REQUESTED'));
      expect(row.answered_at).toBe(at('ACCEPTED', 'DECLINED'));
      expect(row.closed_at).toBe(at(...closedStatuses));
      expect(row.first_contact_on).toBe(at('IN_PROGRESS')?.slice(0, 10) ?? null);
      expect(row.decline_side !== null && row.decline_reason !== null).toBe(row.status === 'DECLINED');
      expect(
        row.decline_reason !== 'OTHER' || changes.some(({ id, to }) => to === 'DECLINED' && reasons.has(id)),
      ).toBe(true);
      expect(row.outcome === 'SERVICE_RECEIVED').toBe(row.status === 'COMPLETED');
      expect(row.outcome !== null).toBe(row.status === 'COMPLETED' || row.status === 'NOT_COMPLETED');
      const acted = changes.find(({ by_id }) => by_id === row.to_id)?.at;
      if (acted) expect(row.seen_at !== null && row.seen_at > row.sent_at && row.seen_at <= acted).toBe(true);
    }
  });

  it('gives the receiver the right scope for the right period', () => {
    for (const row of town.referral) {
      const [identity, granted, ...more] = [...(sharingsOf.get(row.id) ?? [])].sort((one, other) =>
        one.since < other.since ? -1 : 1,
      );
      const accepted = (transitions.get(row.id) ?? []).find(({ to }) => to === 'ACCEPTED')?.at ?? null;
      const over = ['DECLINED', 'CANCELLED', 'EXPIRED', 'ENTERED_IN_ERROR'].includes(row.status)
        ? row.closed_at
        : null;
      expect(more).toEqual([]);
      expect(identity).toMatchObject({ scope: 'IDENTITY', since: row.sent_at, ended_at: accepted ?? over });
      expect(granted !== undefined).toBe(accepted !== null);
      if (granted) expect(granted).toMatchObject({ scope: row.scope, since: accepted });
      if (granted && over) expect(granted.ended_at).toBe(over);
      for (const sharing of granted ? [identity, granted] : [identity]) {
        expect(sharing).toMatchObject({
          basis: 'REFERRAL',
          beneficiary_id: row.beneficiary_id,
          partner_id: row.to_id,
          granted_by_id: row.from_id,
        });
      }
      if (row.closed_at === null) expect(inForce(granted ?? (identity as never), end)).toBe(true);
    }
  });

  it('was sent by a partner whose own access had at least the granted scope', () => {
    for (const row of town.referral) {
      const own = sharings(row.beneficiary_id, row.from_id);
      expect(own.some((it) => inForce(it, row.sent_at) && covers(it.scope, row.scope))).toBe(true);
    }
  });

  it('was reminded of and escalated while it was unanswered', () => {
    for (const row of town.referral) {
      const changes = [...(transitions.get(row.id) ?? [])].sort((one, other) => one.version - other.version);
      const left = changes.find(({ to }) => !['REQUESTED', 'IN_REVIEW', 'INFO_REQUESTED'].includes(to));
      const waited = (Date.parse(left?.at ?? end) - Date.parse(row.sent_at)) / 86_400_000;
      const [reminder, escalation] = row.priority === 'URGENT' ? [1, 2] : [10, 21];
      // Half a day of tolerance for the change to and from daylight saving time.
      if (waited < escalation - 0.5) expect(row.escalated_at).toBeNull();
      if (waited > escalation + 0.5) expect(row.escalated_at).not.toBeNull();
      if (waited > reminder + 0.5) expect(row.reminded_at).not.toBeNull();
      if (waited < 1) expect(row.reminded_at).toBeNull();
    }
    const waiting = town.referral.filter(({ status }) => status === 'REQUESTED' || status === 'IN_REVIEW');
    expect(waiting.filter((row) => row.reminded_at).length).toBeGreaterThan(20);
    expect(waiting.filter((row) => row.escalated_at).length).toBeGreaterThan(5);
  });

  it('is unanswered only if it is recent', () => {
    for (const row of town.referral) {
      if (row.status === 'REQUESTED') expect(row.sent_at > daysBefore(30)).toBe(true);
      if (row.status === 'IN_REVIEW') expect(row.sent_at > daysBefore(60)).toBe(true);
    }
  });
});

describe('the referrals of the town', () => {
  it('number about 2,500, in every state except DRAFT, and a twelfth of them are urgent', () => {
    expect(town.referral.length).toBeGreaterThan(2300);
    expect(town.referral.length).toBeLessThan(2700);
    expect(new Set(town.referral.map((row) => row.status)).size).toBe(13);
    const urgent = town.referral.filter((row) => row.priority === 'URGENT').length / town.referral.length;
    expect(Math.abs(urgent - 0.08)).toBeLessThan(0.02);
  });

  it('fill the inbox of every partner that accompanies persons', () => {
    const inboxes = groupBy(town.referral, (row) => slugOf.get(row.to_id) ?? '');
    expect([...inboxes.keys()].sort()).toEqual(
      [...slugOf.values()].filter((slug) => !['ville-de-bagneux', 'drieets'].includes(slug)).sort(),
    );
    for (const [slug, rows] of inboxes) {
      const waiting = rows.filter((row) => row.status === 'REQUESTED').length;
      expect(rows.length).toBeGreaterThanOrEqual(60);
      expect(waiting).toBeGreaterThanOrEqual(slug === 'club-relais' ? 12 : 4);
    }
  });
});
