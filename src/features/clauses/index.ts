import { commandsIn } from '../../commands/define-command.js';
import type { Feature } from '../feature.js';
import { ClauseEventResolver } from './clause-event.js';
import { Company } from './company.js';
import * as contractCommands from './contract.commands.js';
import { ClauseContract } from './contract.js';
import {
  BeneficiaryContracts,
  ContractQueries,
  LotContracts,
  PathwayContracts,
  ReferralContracts,
} from './contract.queries.js';
import { EligibilityEvidence } from './evidence.js';
import * as hoursCommands from './hours.commands.js';
import { HoursEntry } from './hours-entry.js';
import { Lot } from './lot.js';
import { LotQueries, ProcurementLots } from './lot.queries.js';
import { LotMonth } from './lot-month.js';
import { Procurement } from './procurement.js';
import * as programmeCommands from './programme.commands.js';
import { ClauseProgramme } from './programme.js';
import { ProgrammeQueries } from './programme.queries.js';
import { LotShortfall } from './shortfall.js';
import { findShortfalls } from './shortfall-check.js';

export { ClauseContract, ClauseModality } from './contract.js';
export { EligibilityCriterion } from './evidence.js';
export { HoursKind, HoursStatus } from './hours-entry.js';
export { Lot } from './lot.js';

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
  commands: commandsIn(contractCommands, hoursCommands, programmeCommands),
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
  ],
  periodicTasks: [findShortfalls],
};
