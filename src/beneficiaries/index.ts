import type { Feature } from '../graphql/feature.js';
import { Beneficiary } from './beneficiary.js';
import { BeneficiaryMutations } from './beneficiary.mutations.js';
import { BeneficiaryQueries } from './beneficiary.queries.js';
import { Sharing } from './sharing.js';

export { endOfAgreement } from './agreement.js';
export { whenReferralSharingWithdrawn } from './beneficiary.commands.js';
export { Beneficiary, District } from './beneficiary.js';
export { AgreementMethod, Sharing, SharingBasis } from './sharing.js';

export const beneficiaries: Feature = {
  stored: [Beneficiary, Sharing],
  resolvers: [BeneficiaryQueries, BeneficiaryMutations],
};
