import { commandsIn } from '../../commands/define-command.js';
import type { Feature } from '../feature.js';
import * as beneficiaryCommands from './beneficiary.commands.js';
import { Beneficiary } from './beneficiary.js';
import { BeneficiaryQueries } from './beneficiary.queries.js';
import { BeneficiaryEventResolver } from './beneficiary-event.js';
import { LastContact } from './last-contact.js';
import { LinkAttempt } from './link-attempt.js';
import { NameKey } from './name-key.js';
import * as ownReferenceCommands from './own-reference.commands.js';
import { PartnerReference } from './partner-reference.js';
import { markLapsed, remindOfEnds } from './reminders.js';
import * as sharingCommands from './sharing.commands.js';
import { Sharing } from './sharing.js';
import { BeneficiarySharings, SharingQueries } from './sharing.queries.js';
import { SharingEventResolver } from './sharing-event.js';
import * as withdrawalCommands from './withdrawal.commands.js';

export { endOfAgreement } from './agreement.js';
export { identityIn } from './beneficiary.commands.js';
export { Beneficiary, District, isReferent } from './beneficiary.js';
export {
  type Agreed,
  AgreedAfterWithdrawal,
  checkAgreement,
  checkInformed,
  consentOf,
  lockSharings,
} from './consent.js';
export { fingerprint, normalizeName, sortNameOf } from './identity.js';
export { mayAttempt, recordAttempt } from './link-attempt.js';
export { checkFree as checkReferenceFree, OwnReference } from './own-reference.commands.js';
export { partnerKey } from './partner-reference.js';
export { isFound as isFoundPerson, maxWords, searchBy as personSearchBy } from './person-search.js';
export { checkSecret } from './secret-check.js';
export { grant } from './sharing.commands.js';
export { AgreementMethod, inForceAt, Sharing, SharingBasis } from './sharing.js';

export const beneficiaries: Feature = {
  stored: [Beneficiary, NameKey, LastContact, PartnerReference, Sharing, LinkAttempt],
  commands: commandsIn(beneficiaryCommands, ownReferenceCommands, sharingCommands, withdrawalCommands),
  resolvers: [
    BeneficiaryQueries,
    BeneficiarySharings,
    SharingQueries,
    SharingEventResolver,
    BeneficiaryEventResolver,
  ],
  periodicTasks: [remindOfEnds, markLapsed],
};
