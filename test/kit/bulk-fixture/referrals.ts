import { v7 } from 'uuid';
import type { SeededPartner } from '../town.js';
import type { FixturePartners } from './members.js';
import type { RandomSource } from './random-source.js';
import { instants, type Rows } from './rows.js';

const statuses =
  'DRAFT REQUESTED IN_REVIEW INFO_REQUESTED WAITLISTED ACCEPTED IN_PROGRESS ON_HOLD COMPLETED NOT_COMPLETED DECLINED CANCELLED EXPIRED ENTERED_IN_ERROR'.split(
    ' ',
  );

/** Referrals in every state, with their texts, transitions and events. */
export class Referrals {
  readonly referral: Rows = [];
  readonly referral_transition: Rows = [];
  readonly referral_text: Rows = [];
  readonly event: Rows = [];

  constructor(
    private readonly random: RandomSource,
    private readonly partners: FixturePartners,
    private readonly services: Rows,
    private readonly tag: string,
  ) {}

  refer(person: string, from: SeededPartner, to: SeededPartner): void {
    const { pick, oneIn } = this.random;
    const id = v7();
    const status = pick(statuses);
    const isSent = !(status === 'DRAFT' || (status === 'CANCELLED' && oneIn(2)));
    this.#addReferral(id, person, from, to, status, isSent);
    this.referral_text.push({ id, referral_id: id, text: pick(['A place in a course', 'Help']) });
    this.#addTransitions(id, from, to);
    if (isSent) this.#addEvents(id, person, from, to);
  }

  #addReferral(
    id: string,
    person: string,
    from: SeededPartner,
    to: SeededPartner,
    status: string,
    isSent: boolean,
  ): void {
    const { pick, oneIn, below } = this.random;
    const isDeclined = status === 'DECLINED';
    const former = this.referral.findLast(
      (it) => it['beneficiary_id'] === person && it['from_id'] === from.key,
    );
    const offered = this.services.filter((it) => it['partner_id'] === to.key);
    this.referral.push({
      id,
      former_id: former && oneIn(2) ? former['id'] : null,
      reference: `2025-${String(this.referral.length).padStart(6, '0')}-${this.tag}`,
      beneficiary_id: person,
      from_id: from.key,
      to_id: to.key,
      service_id: pick([null, ...offered])?.['id'] ?? null,
      priority: pick(['ROUTINE', 'URGENT']),
      status,
      scope: 'PATHWAY',
      sent_at: isSent ? pick(instants) : null,
      // Already read: otherwise a query would write a read receipt while responses are compared.
      seen_at: pick(instants),
      answered_at: isDeclined ? pick(instants) : null,
      decline_side: isDeclined ? pick(['PROVIDER', 'PERSON']) : null,
      decline_reason: isDeclined ? 'NO_CAPACITY' : null,
      outcome: status === 'COMPLETED' ? 'SERVICE_RECEIVED' : null,
      version: 1 + below(3),
      created_at: pick(instants),
      created_by_id: this.partners.authorOf(from),
    });
  }

  /** Adds the transitions, some with a reason. */
  #addTransitions(referral: string, from: SeededPartner, to: SeededPartner): void {
    const { pick, oneIn, below } = this.random;
    for (let version = 1; version <= 1 + below(3); version++) {
      const id = v7();
      this.referral_transition.push({
        id,
        referral_id: referral,
        version,
        from: version === 1 ? null : pick(statuses),
        to: pick(statuses),
        at: pick(instants),
        by_id: oneIn(3) ? null : pick([from, to]).key,
      });
      if (oneIn(2)) this.referral_text.push({ id, referral_id: referral, change_id: id, text: 'Because' });
    }
  }

  #addEvents(referral: string, person: string, from: SeededPartner, to: SeededPartner): void {
    const { pick, oneIn, below } = this.random;
    for (const partner of [from, to]) {
      this.event.push({
        id: v7(),
        // Old transaction ids, so that no running transaction on the server delays these events.
        xid: String(10 + below(4)),
        at: pick(instants),
        partner_id: partner.key,
        topic: 'REFERRAL',
        kind: pick(['SENT', 'ACCEPTED', 'CANCELLED']),
        subject: referral,
        by_id: oneIn(3) ? null : from.key,
      });
      this.event.push({
        id: v7(),
        xid: String(10 + below(4)),
        at: pick(instants),
        partner_id: partner.key,
        topic: 'FILE',
        kind: 'REFERRAL',
        subject: person,
      });
    }
  }
}
