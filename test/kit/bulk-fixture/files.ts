import { v7 } from 'uuid';
import type { Dice } from './dice.js';
import type { Rows } from './rows.js';
import type { Around } from './town.js';

const days = ['2025-01-10', '2025-01-11', '2025-03-01'];
const instants = ['2025-03-01T09:00:00Z', '2025-03-01T09:00:00.050Z', '2025-03-02T09:00:00Z'];
const visibilities = ['SHARED', 'SHARED', 'PARTNER', 'AUTHOR'];

/** Rows of the fixture's case files; some texts are removed. */
export function fileRows({ one, below, chance }: Dice, around: Around): Record<string, Rows> {
  const { people, pathways, partners, authorOf } = around;
  const rows = {
    contact: [] as Rows,
    criterion: [] as Rows,
    barrier: [] as Rows,
    objective: [] as Rows,
    appointment: [] as Rows,
    note: [] as Rows,
  };
  const about = (beneficiary_id: unknown) => {
    const partner = one(partners);
    return {
      id: v7(),
      beneficiary_id,
      partner_id: partner.key,
      author_id: authorOf(partner),
      created_at: one(instants),
    };
  };
  const text = (removed: string | null) => (removed ? '' : one(['Came late', 'A “word”,\nand more']));
  for (const person of people) {
    for (let count = below(4); count > 0; count--) {
      const removed_at = chance(4) ? one(instants) : null;
      const value = removed_at ? '' : one(['0612345678', '1 place Dampierre']);
      const kind = one(['PHONE', 'EMAIL', 'ADDRESS']);
      rows.contact.push({ ...about(person), kind, value, preferred: chance(2), removed_at });
    }
    for (let count = below(4); count > 0; count--) {
      const until = chance(2) ? null : '2025-06-01';
      rows.criterion.push({ ...about(person), key: one(['JEUNES', 'FEMMES']), since: one(days), until });
      const theme = one(['MOBILITE', 'SANTE']);
      const note = theme === 'SANTE' || chance(2) ? null : 'No car';
      const status = one(['OPEN', 'BEING_WORKED_ON', 'RESOLVED']);
      rows.barrier.push({ ...about(person), theme, status, note, version: 1 + below(3) });
      rows.appointment.push({
        ...about(person),
        at: one(instants),
        subject: one(['A talk', 'Bilan']),
        place: one([null, 'Here']),
        status: one(['PLANNED', 'HONOURED', 'MISSED']),
      });
      const removed_at = chance(4) ? one(instants) : null;
      rows.note.push({
        ...about(person),
        pathway_id: null,
        text: text(removed_at),
        visibility: one(visibilities),
        removed_at,
      });
    }
  }
  for (const { id, beneficiary_id } of pathways) {
    if (chance(2)) continue;
    const status = one(['OPEN', 'REACHED', 'DROPPED']);
    rows.objective.push({
      ...about(beneficiary_id),
      pathway_id: id,
      text: 'A licence',
      status,
      due_on: one([null, ...days]),
    });
    rows.note.push({
      ...about(beneficiary_id),
      pathway_id: id,
      text: text(null),
      visibility: one(visibilities),
      removed_at: null,
    });
  }
  return rows;
}
