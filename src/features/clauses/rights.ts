import { inRole, me } from '../../access/policies.js';

/** Whether the viewer is a facilitator, who works with procurements, companies and hours, but not with files. */
export const facilitates = inRole('CLAUSE_FACILITATOR');

/** The viewer is a facilitator of the partner that runs the programme in `column`. */
export function runsProgramme(column: string): string {
  return `${facilitates} and exists (
    select from clause_programme g where g.id = ${column} and g.partner_id = ${me})`;
}

/** The viewer is a facilitator of the partner that runs the programme of the lot in `column`. */
export function runsLot(column: string): string {
  return `${facilitates} and exists (
    select from lot l join procurement p on p.id = l.procurement_id join clause_programme g on g.id = p.programme_id
    where l.id = ${column} and g.partner_id = ${me})`;
}

/**
 * The viewer may change the contract in `column`: as a facilitator, or as a member of the partner that recorded it.
 * The policy of `clause_contract` also applies: it decides whether the viewer sees the contract.
 */
export function mayChangeContract(column: string): string {
  return `exists (select from clause_contract c where c.id = ${column} and (${facilitates} or c.partner_id = ${me}))`;
}
