import { v7 } from 'uuid';
import type { SeededPartner } from '../town.js';
import type { RandomSource } from './random-source.js';
import type { Rows } from './rows.js';

/** Rows that other rows refer to by foreign keys. */
export interface ReferencedRows {
  readonly people: readonly string[];
  readonly pathways: Rows;
  readonly referrals: Rows;
  readonly partners: readonly SeededPartner[];
  readonly organiser: SeededPartner;
  readonly authorOf: (partner: SeededPartner) => string;
}

const days = ['2025-01-10', '2025-01-11', '2025-03-01'];
const instants = ['2025-03-01T09:00:00Z', '2025-03-01T09:00:00.050Z', '2025-03-02T09:00:00Z'];

/** Rows of forums with attendances, the roadmap, and outcomes of pathways. */
export function townRows(
  { pick, below, oneIn }: RandomSource,
  referenced: ReferencedRows,
): Record<string, Rows> {
  const { people, pathways, referrals, partners, organiser, authorOf } = referenced;
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
      name: pick(['Forum of the north', 'Déclic “Emploi”']),
      held_on: pick(days),
      area: pick(['NORTH', 'SOUTH']),
      place: 'The square',
      partner_id: organiser.key,
    });
    const exhibitors = Array.from({ length: below(5) }, () => v7());
    for (const id of exhibitors) {
      rows.exhibitor.push({
        id,
        forum_id: forum,
        name: pick(['The bakery', 'Zinc & Co']),
        kind: pick(['EMPLOYER', 'TRAINING', 'PUBLIC_SERVICE', 'ASSOCIATION']),
        partner_id: oneIn(2) ? pick(partners).key : null,
      });
    }
    const recorded = () => {
      const partner = pick(partners);
      return {
        id: v7(),
        forum_id: forum,
        partner_id: partner.key,
        recorded_by_id: authorOf(partner),
        recorded_at: pick(instants),
      };
    };
    for (let counts = below(4); counts > 0; counts--) {
      rows.attendance.push({ ...recorded(), people: 5 + below(20), first_time_people: below(5) });
    }
    for (const person of people.filter(() => oneIn(3))) {
      rows.attendance.push({
        ...recorded(),
        beneficiary_id: person,
        people: 1,
        first_time_people: below(2),
        agreed_on: pick(days),
        method: pick(['WRITTEN', 'ORAL']),
        exhibitor_id: oneIn(2) ? (exhibitors[0] ?? null) : null,
        referral_id: oneIn(2) ? referralOf(person) : null,
      });
    }
  }
  for (let count = 0; count < 30; count++) {
    rows.roadmap_item.push({
      id: v7(),
      title: pick(['A forum in the south', 'Referrals answered in time']),
      description: 'With everyone',
      owner_id: pick(partners).key,
      due_on: pick(days),
      state: pick(['PLANNED', 'UNDER_WAY', 'DONE', 'DROPPED']),
      indicator: oneIn(2) ? null : pick(['FORUM_ATTENDANCES', 'LOOP_CLOSURE_RATE']),
      target: pick([null, 12, 0.5]),
      version: 1 + below(3),
      created_by_id: authorOf(organiser),
      created_at: pick(instants),
      updated_at: pick(instants),
    });
  }
  for (const { id, beneficiary_id, partner_id } of pathways) {
    for (let count = below(3); count > 0; count--) {
      const situation = pick(['CDI', 'CDD', 'INTERIM', 'QUALIFYING_TRAINING', 'LOST_CONTACT']);
      rows.outcome.push({
        id: v7(),
        pathway_id: id,
        beneficiary_id,
        partner_id,
        occurred_on: pick([...days, '2007-12-31']),
        situation,
        contract_months: ['CDD', 'INTERIM'].includes(situation) ? pick([1, 6, 7]) : null,
        evidence: pick(['CONTRACT', 'NONE']),
        recorded_by_id: authorOf(pick(partners)),
        recorded_at: pick(instants),
        situation_at_6_months: pick([null, 'CDI', 'JOB_SEEKING']),
      });
    }
  }
  return rows;
}
