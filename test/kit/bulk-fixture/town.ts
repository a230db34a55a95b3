import { v7 } from 'uuid';
import type { SeededPartner } from '../town.js';
import type { Dice } from './dice.js';
import type { Rows } from './rows.js';

/** Rows that further rows refer to. */
export interface Around {
  readonly people: readonly string[];
  readonly pathways: Rows;
  readonly referrals: Rows;
  readonly partners: readonly SeededPartner[];
  readonly organiser: SeededPartner;
  readonly authorOf: (partner: SeededPartner) => string;
}

const days = ['2025-01-10', '2025-01-11', '2025-03-01'];
const instants = ['2025-03-01T09:00:00Z', '2025-03-01T09:00:00.050Z', '2025-03-02T09:00:00Z'];

/** Rows of the town: forums with attendances, a roadmap, and outcomes of pathways. */
export function townRows({ one, below, chance }: Dice, around: Around): Record<string, Rows> {
  const { people, pathways, referrals, partners, organiser, authorOf } = around;
  const rows = {
    forum: [] as Rows,
    exhibitor: [] as Rows,
    attendance: [] as Rows,
    roadmap_item: [] as Rows,
    outcome: [] as Rows,
  };
  const unused = [...referrals];
  const referralOf = (person: string): unknown => {
    const index = unused.findIndex((it) => it['beneficiary_id'] === person);
    return index < 0 ? null : unused.splice(index, 1)[0]?.['id'];
  };
  for (let count = 0; count < 5; count++) {
    const forum = v7();
    rows.forum.push({
      id: forum,
      name: one(['Forum of the north', 'Déclic “Emploi”']),
      held_on: one(days),
      area: one(['NORTH', 'SOUTH']),
      place: 'The square',
      partner_id: organiser.key,
    });
    const exhibitors = Array.from({ length: below(5) }, () => v7());
    for (const id of exhibitors) {
      rows.exhibitor.push({
        id,
        forum_id: forum,
        name: one(['The bakery', 'Zinc & Co']),
        kind: one(['EMPLOYER', 'TRAINING', 'PUBLIC_SERVICE', 'ASSOCIATION']),
        partner_id: chance(2) ? one(partners).key : null,
      });
    }
    const recorded = () => {
      const partner = one(partners);
      return {
        id: v7(),
        forum_id: forum,
        partner_id: partner.key,
        recorded_by_id: authorOf(partner),
        recorded_at: one(instants),
      };
    };
    for (let counts = below(4); counts > 0; counts--) {
      rows.attendance.push({ ...recorded(), people: 5 + below(20), first_time_people: below(5) });
    }
    for (const person of people.filter(() => chance(3))) {
      rows.attendance.push({
        ...recorded(),
        beneficiary_id: person,
        people: 1,
        first_time_people: below(2),
        agreed_on: one(days),
        method: one(['WRITTEN', 'ORAL']),
        exhibitor_id: chance(2) ? (exhibitors[0] ?? null) : null,
        referral_id: chance(2) ? referralOf(person) : null,
      });
    }
  }
  for (let count = 0; count < 30; count++) {
    rows.roadmap_item.push({
      id: v7(),
      title: one(['A forum in the south', 'Referrals answered in time']),
      description: 'With everyone',
      owner_id: one(partners).key,
      due_on: one(days),
      state: one(['PLANNED', 'UNDER_WAY', 'DONE', 'DROPPED']),
      indicator: chance(2) ? null : one(['FORUM_ATTENDANCES', 'LOOP_CLOSURE_RATE']),
      target: one([null, 12, 0.5]),
      version: 1 + below(3),
      created_by_id: authorOf(organiser),
      created_at: one(instants),
      updated_at: one(instants),
    });
  }
  for (const { id, beneficiary_id, partner_id } of pathways) {
    for (let count = below(3); count > 0; count--) {
      const situation = one(['CDI', 'CDD', 'INTERIM', 'QUALIFYING_TRAINING', 'LOST_CONTACT']);
      rows.outcome.push({
        id: v7(),
        pathway_id: id,
        beneficiary_id,
        partner_id,
        occurred_on: one([...days, '2007-12-31']),
        situation,
        contract_months: ['CDD', 'INTERIM'].includes(situation) ? one([1, 6, 7]) : null,
        evidence: one(['CONTRACT', 'NONE']),
        recorded_by_id: authorOf(one(partners)),
        recorded_at: one(instants),
        situation_at_6_months: one([null, 'CDI', 'JOB_SEEKING']),
      });
    }
  }
  return rows;
}
