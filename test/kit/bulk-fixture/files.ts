import { v7 } from 'uuid';
import type { RandomSource } from './random-source.js';
import type { Rows } from './rows.js';
import type { ReferencedRows } from './town.js';

const days = ['2025-01-10', '2025-01-11', '2025-03-01'];
const instants = ['2025-03-01T09:00:00Z', '2025-03-01T09:00:00.050Z', '2025-03-02T09:00:00Z'];
const visibilities = ['SHARED', 'SHARED', 'PARTNER', 'AUTHOR'];

/** Rows of the case files of the fixture's persons; some texts are removed. */
export function fileRows(
  { pick, below, oneIn }: RandomSource,
  referenced: ReferencedRows,
): Record<string, Rows> {
  const { people, pathways, partners, authorOf } = referenced;
  const rows = {
    contact: [] as Rows,
    criterion: [] as Rows,
    barrier: [] as Rows,
    objective: [] as Rows,
    appointment: [] as Rows,
    note: [] as Rows,
  };
  const about = (beneficiary_id: unknown) => {
    const partner = pick(partners);
    return {
      id: v7(),
      beneficiary_id,
      partner_id: partner.key,
      author_id: authorOf(partner),
      created_at: pick(instants),
    };
  };
  const text = (removed: string | null) => (removed ? '' : pick(['Came late', 'A “word”,\nand more']));
  for (const person of people) {
    for (let count = below(4); count > 0; count--) {
      const removed_at = oneIn(4) ? pick(instants) : null;
      const value = removed_at ? '' : pick(['+33612345678', '1 place Dampierre']);
      const kind = pick(['PHONE', 'EMAIL', 'ADDRESS']);
      rows.contact.push({ ...about(person), kind, value, preferred: oneIn(2), removed_at });
    }
    for (let count = below(4); count > 0; count--) {
      const until = oneIn(2) ? null : '2025-06-01';
      rows.criterion.push({ ...about(person), key: pick(['JEUNES', 'FEMMES']), since: pick(days), until });
      const theme = pick(['MOBILITE', 'SANTE']);
      const note = theme === 'SANTE' || oneIn(2) ? null : 'No car';
      const status = pick(['OPEN', 'BEING_WORKED_ON', 'RESOLVED']);
      const resolved_at = status === 'RESOLVED' ? pick(instants) : null;
      rows.barrier.push({ ...about(person), theme, status, resolved_at, note, version: 1 + below(3) });
      rows.appointment.push({
        ...about(person),
        at: pick(instants),
        subject: pick(['A talk', 'Bilan']),
        place: pick([null, 'Here']),
        status: pick(['PLANNED', 'HONOURED', 'MISSED']),
      });
      const removed_at = oneIn(4) ? pick(instants) : null;
      rows.note.push({
        ...about(person),
        pathway_id: null,
        text: text(removed_at),
        visibility: pick(visibilities),
        removed_at,
      });
    }
  }
  for (const { id, beneficiary_id } of pathways) {
    if (oneIn(2)) continue;
    const status = pick(['OPEN', 'REACHED', 'DROPPED']);
    rows.objective.push({
      ...about(beneficiary_id),
      pathway_id: id,
      text: 'A licence',
      status,
      closed_at: status === 'OPEN' ? null : pick(instants),
      due_on: pick([null, ...days]),
    });
    rows.note.push({
      ...about(beneficiary_id),
      pathway_id: id,
      text: text(null),
      visibility: pick(visibilities),
      removed_at: null,
    });
  }
  return rows;
}
