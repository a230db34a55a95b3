import { clauseRows } from './clauses.js';
import { fileRows } from './files.js';
import { forumRows } from './forums.js';
import { identify } from './identities.js';
import { outcomeRows } from './outcomes.js';
import { Directory, partnerRows } from './partners.js';
import { registerPeople } from './people.js';
import { relate } from './relations.js';
import { roadmapRows } from './roadmap.js';
import type { Town } from './rows.js';
import { nameServices, serviceRows } from './services.js';
import { pathwayRows } from './steps.js';

export type { Town } from './rows.js';

/**
 * Generates all rows of the demonstration town: real partners and figures, fictional persons. The same secret gives
 * the same rows, byte by byte; another secret changes only the fingerprints.
 *
 * Each part of the town uses a random stream of its own, so that a new part does not change the others.
 */
export function generateTown({ secret }: { readonly secret: string }): Town {
  const partners = partnerRows();
  const directory = new Directory(partners);
  const people = registerPeople(directory);
  const { referral, referral_transition, referral_text, sharing } = relate(people, directory);
  const service = serviceRows(directory);
  nameServices(referral, service);
  const { pathway, step } = pathwayRows(people);
  const beneficiary = identify(people, secret);
  const clauses = clauseRows(people, { beneficiary, referral }, directory);
  return {
    ...partners,
    beneficiary,
    pathway: inOrder(pathway),
    step: inOrder(step),
    referral,
    referral_transition: inOrder(referral_transition),
    referral_text: inOrder(referral_text),
    sharing: inOrder(sharing),
    ...clauses,
    outcome: outcomeRows(people, clauses.clause_contract),
    ...forumRows(people, referral, directory),
    roadmap_item: roadmapRows(directory),
    ...fileRows(people, beneficiary),
    service,
  };
}

/** Sorts rows by id, and so by time: rows that are read together are stored together, and indexes grow at one end. */
function inOrder<Row extends { readonly id: string }>(rows: Row[]): Row[] {
  return rows.sort((one, other) => (one.id < other.id ? -1 : 1));
}
