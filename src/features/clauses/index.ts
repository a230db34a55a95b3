import type { Feature } from '../feature.js';
import { ClauseEventResolver } from './clause-event.js';
import { Company } from './company.js';
import { ClauseContract } from './contract.js';
import { ContractMutations } from './contract.mutations.js';
import {
  BeneficiaryContracts,
  ContractQueries,
  LotContracts,
  PathwayContracts,
  ReferralContracts,
} from './contract.queries.js';
import { EligibilityEvidence } from './evidence.js';
import { HoursMutations } from './hours.mutations.js';
import { HoursEntry } from './hours-entry.js';
import { Lot } from './lot.js';
import { LotQueries, ProcurementLots } from './lot.queries.js';
import { LotMonth } from './lot-month.js';
import { Procurement } from './procurement.js';
import { ClauseProgramme } from './programme.js';
import { ProgrammeMutations } from './programme.mutations.js';
import { ProgrammeQueries } from './programme.queries.js';
import { LotShortfall } from './shortfall.js';
import { findShortfalls } from './watch.js';

export { ClauseContract, ClauseModality } from './contract.js';
export { EligibilityCriterion } from './evidence.js';
export { HoursKind, HoursStatus } from './hours-entry.js';

export const clauses: Feature = {
  stored: [
    ClauseProgramme,
    Procurement,
    Company,
    Lot,
    LotMonth,
    ClauseContract,
    HoursEntry,
    EligibilityEvidence,
    LotShortfall,
  ],
  resolvers: [
    ProgrammeQueries,
    LotQueries,
    ProcurementLots,
    LotContracts,
    ContractQueries,
    PathwayContracts,
    ReferralContracts,
    BeneficiaryContracts,
    ClauseEventResolver,
    ProgrammeMutations,
    ContractMutations,
    HoursMutations,
  ],
  periodicTasks: [findShortfalls],
};
