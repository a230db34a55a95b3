import { addMonths, dateOf, day, workingTime, yearsBefore } from './calendar.js';
import type { EligibilityEvidenceRow } from './clause-rows.js';
import type { Contract } from './contracts.js';
import type { Directory } from './partners.js';
import { Random } from './random.js';

type Criterion = EligibilityEvidenceRow['criterion'];

/** Documents that prove a criterion, and for how many months they are valid, if the criterion can change. */
const documents: Readonly<Record<Criterion, readonly [document: string, months: number | null]>> = {
  LONG_TERM_UNEMPLOYED: ['Historique des périodes d’inscription', null],
  MINIMUM_INCOME: ['Attestation de droits', 6],
  DISABLED_WORKER: ['Notification de décision', 36],
  YOUNG_LOW_QUALIFIED: ['Déclaration du niveau de diplôme', null],
  SENIOR: ['Copie de la pièce d’identité', null],
  PRIORITY_DISTRICT: ['Justificatif de domicile', null],
  IN_INSERTION_STRUCTURE: ['Contrat de la structure d’insertion', 12],
  OTHER: ['Avis motivé du conseiller', null],
};

/** Generates the evidence that each person is eligible for the clause: one criterion, for some persons two. */
export function eligibilityEvidence(
  contracts: readonly Contract[],
  birthDates: ReadonlyMap<string, string>,
  directory: Directory,
): EligibilityEvidenceRow[] {
  const random = new Random('clause evidence');
  const facilitator = directory.holder('CLAUSE_FACILITATOR');
  return contracts.flatMap(({ row, person, start }) => {
    const born = day(birthDates.get(person.id) ?? '');
    const possible: readonly (readonly [Criterion, number])[] = [
      ['LONG_TERM_UNEMPLOYED', 30],
      ['MINIMUM_INCOME', 24],
      ['YOUNG_LOW_QUALIFIED', born > yearsBefore(start, 26) ? 60 : 0],
      ['SENIOR', born <= yearsBefore(start, 50) ? 40 : 0],
      ['PRIORITY_DISTRICT', person.district === 'OUTSIDE' ? 0 : 14],
      ['IN_INSERTION_STRUCTURE', 8],
      ['DISABLED_WORKER', 5],
      ['OTHER', 4],
    ];
    const first = random.weighted(possible);
    const second = random.chance(0.18) ? random.weighted(possible) : first;
    const checkedOn = day(row.created_at.slice(0, 10));
    return [...new Set([first, second])].map((criterion) => {
      const [document, months] = documents[criterion];
      return {
        id: random.id(workingTime(random, checkedOn)),
        contract_id: row.id,
        criterion,
        document,
        checked_on: dateOf(checkedOn),
        checked_by_id: random.chance(0.5) ? row.created_by_id : facilitator,
        valid_until: months === null ? null : dateOf(addMonths(checkedOn, months)),
      };
    });
  });
}
