import { ClauseModality, EligibilityCriterion, HoursKind, HoursStatus } from '../clauses/index.js';
import { day, idOf, instant, nameOf, number, oneOf, optional, partner, section, text } from './section.js';

const ofContract = 'it.contract_id in (select c.id from clause_contract c where c.beneficiary_id = $1)';

/** The sections about the person's work under the insertion clause. */
export const clauseSections = {
  clauseContracts: section(
    'clause_contract',
    'Contracts under the insertion clause.',
    {
      ...{ id: idOf('ClauseContract'), lot: nameOf('lot'), company: nameOf('company'), partner },
      ...{ pathway: optional(idOf('Pathway')), referral: optional(idOf('Referral')) },
      ...{ modality: oneOf(ClauseModality), startsOn: day, endsOn: optional(day), createdAt: instant },
    },
    { by: 'starts_on' },
  ),
  clauseHours: section(
    'hours_entry',
    'The hours of these contracts.',
    {
      ...{ contract: idOf('ClauseContract'), month: day, kind: oneOf(HoursKind), hours: number },
      ...{ status: oneOf(HoursStatus), declaredAt: instant, decidedAt: optional(instant) },
      rejectReason: optional(text),
    },
    { of: ofContract, by: 'month' },
  ),
  eligibility: section(
    'eligibility_evidence',
    'Evidence that the person was eligible for these contracts.',
    {
      ...{ contract: idOf('ClauseContract'), criterion: oneOf(EligibilityCriterion), document: text },
      ...{ checkedOn: day, validUntil: optional(day) },
    },
    { of: ofContract, by: 'checked_on' },
  ),
} as const;
