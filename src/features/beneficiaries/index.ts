import type { Feature } from '../feature.js';
import { Beneficiary } from './beneficiary.js';
import { BeneficiaryMutations } from './beneficiary.mutations.js';
import { BeneficiaryQueries } from './beneficiary.queries.js';
import { BeneficiaryEventResolver } from './beneficiary-event.js';
import { LinkAttempt } from './link-attempt.js';
import { NameKey } from './name-key.js';
import { remindOfEnds } from './reminders.js';
import { Sharing } from './sharing.js';
import { SharingMutations } from './sharing.mutations.js';
import { BeneficiarySharings, SharingQueries } from './sharing.queries.js';
import { SharingEventResolver } from './sharing-event.js';

export { endOfAgreement } from './agreement.js';
export { identityIn } from './beneficiary.commands.js';
export { Beneficiary, District } from './beneficiary.js';
export {
  type Agreed,
  AgreedAfterWithdrawal,
  checkAgreement,
  checkInformed,
  consentOf,
  lockSharings,
} from './consent.js';
export { fingerprint } from './identity.js';
export { mayAttempt, recordAttempt } from './link-attempt.js';
export { checkSecret } from './secret-check.js';
export { grant } from './sharing.commands.js';
export { AgreementMethod, Sharing, SharingBasis } from './sharing.js';

export const beneficiaries: Feature = {
  stored: [Beneficiary, NameKey, Sharing, LinkAttempt],
  resolvers: [
    BeneficiaryQueries,
    BeneficiarySharings,
    SharingQueries,
    SharingEventResolver,
    BeneficiaryEventResolver,
    BeneficiaryMutations,
    SharingMutations,
  ],
  periodicTasks: [remindOfEnds],
};
