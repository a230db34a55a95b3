import { generateTown, type Town } from '../../demo/town/index.js';
import type { SharingRow } from '../../demo/town/rows.js';
import { covers } from '../../src/access/scope.js';

/** The end of the records, and the day of the demonstration. */
export const end = '2026-11-20T17:00:00.000Z';
export const today = '2026-11-23T08:00:00.000Z';

export const town: Town = generateTown({ secret: 'a secret' });

/** Groups the rows by key. */
export function groupBy<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

export const slugOf = new Map(town.partner.map((row) => [row.id, row.slug]));
export const partnerOf = new Map(town.member.map((row) => [row.id, row.partner_id]));
export const idOf = (slug: string): string => town.partner.find((row) => row.slug === slug)?.id ?? '';

/** Whether the sharing is in force at this moment. */
export function inForce(sharing: SharingRow, at: string): boolean {
  const { since, until, ended_at } = sharing;
  return since <= at && (until === null || until > at) && (ended_at === null || ended_at > at);
}

const sharingsOf = groupBy(town.sharing, (row) => `${row.beneficiary_id} ${row.partner_id}`);

/** The sharings of the person with the partner. */
export function sharings(person: string, partner: string): SharingRow[] {
  return sharingsOf.get(`${person} ${partner}`) ?? [];
}

/** Whether the partner may see the person's pathways at any time of the day. */
export function sees(person: string, partner: string, on: string): boolean {
  return sharings(person, partner).some(
    ({ scope, since, until, ended_at }) =>
      covers(scope, 'PATHWAY') && since <= `${on}T23` && (ended_at ?? until ?? '9999') > `${on}T00`,
  );
}

/** The members who have this role. */
export const inRole = (role: string): string[] =>
  town.member.filter((row) => row.role === role).map(({ id }) => id);

/** The members who read files. */
export const readers = new Set([...inRole('CASEWORKER'), ...inRole('PARTNER_ADMINISTRATOR')]);
