import { v7 } from 'uuid';
import type { SeededPartner } from '../town.js';
import type { Dice } from './dice.js';
import type { FixturePartners } from './members.js';
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
    private readonly dice: Dice,
    private readonly partners: FixturePartners,
    private readonly services: Rows,
    private readonly tag: string,
  ) {}

  refer(person: string, from: SeededPartner, to: SeededPartner): void {
    const { one, chance } = this.dice;
    const id = v7();
    const status = one(statuses);
    const isSent = !(status === 'DRAFT' || (status === 'CANCELLED' && chance(2)));
    this.#add(id, person, from, to, status, isSent);
    this.referral_text.push({ id, referral_id: id, text: one(['A place in a course', 'Help']) });
    this.#change(id, from, to);
    if (isSent) this.#tell(id, from, to);
  }

  #add(
    id: string,
    person: string,
    from: SeededPartner,
    to: SeededPartner,
    status: string,
    isSent: boolean,
  ): void {
    const { one, chance, below } = this.dice;
    const isDeclined = status === 'DECLINED';
    const former = this.referral.findLast(
      (it) => it['beneficiary_id'] === person && it['from_id'] === from.key,
    );
    const offered = this.services.filter((it) => it['partner_id'] === to.key);
    this.referral.push({
      id,
      former_id: former && chance(2) ? former['id'] : null,
      reference: `2025-${String(this.referral.length).padStart(6, '0')}-${this.tag}`,
      beneficiary_id: person,
      from_id: from.key,
      to_id: to.key,
      service_id: one([null, ...offered])?.['id'] ?? null,
      priority: one(['ROUTINE', 'URGENT']),
      status,
      scope: 'PATHWAY',
      sent_at: isSent ? one(instants) : null,
      // Already read, so that a query does not write a read receipt while answers are compared.
      seen_at: one(instants),
      answered_at: isDeclined ? one(instants) : null,
      decline_side: isDeclined ? one(['PROVIDER', 'PERSON']) : null,
      decline_reason: isDeclined ? 'NO_CAPACITY' : null,
      outcome: status === 'COMPLETED' ? 'SERVICE_RECEIVED' : null,
      version: 1 + below(3),
      created_at: one(instants),
      created_by_id: this.partners.authorOf(from),
    });
  }

  /** Adds the transitions, some with a reason. */
  #change(referral: string, from: SeededPartner, to: SeededPartner): void {
    const { one, chance, below } = this.dice;
    for (let version = 1; version <= 1 + below(3); version++) {
      const id = v7();
      this.referral_transition.push({
        id,
        referral_id: referral,
        version,
        from: version === 1 ? null : one(statuses),
        to: one(statuses),
        at: one(instants),
        by_id: chance(3) ? null : one([from, to]).key,
      });
      if (chance(2)) this.referral_text.push({ id, referral_id: referral, change_id: id, text: 'Because' });
    }
  }

  #tell(referral: string, from: SeededPartner, to: SeededPartner): void {
    const { one, chance, below } = this.dice;
    for (const partner of [from, to]) {
      this.event.push({
        id: v7(),
        // Old transaction ids, so that no running transaction on the server delays these events.
        xid: String(10 + below(4)),
        at: one(instants),
        partner_id: partner.key,
        topic: 'REFERRAL',
        kind: one(['SENT', 'ACCEPTED', 'CANCELLED']),
        subject: referral,
        by_id: chance(3) ? null : from.key,
      });
    }
  }
}
