import { whenReferralSharingWithdrawn } from '../beneficiaries/index.js';
import type { Feature } from '../graphql/feature.js';
import { DraftMutations } from './draft.mutations.js';
import { delayedActs, findWaiting, followWaiting } from './overdue.js';
import { cancelWithdrawn } from './referral.commands.js';
import { Referral } from './referral.js';
import { ReferralMutations } from './referral.mutations.js';
import { BeneficiaryReferrals, ReferralQueries } from './referral.queries.js';
import { ReferralEventResolver } from './referral-event.js';
import { ReferralTransition } from './referral-transition.js';
import { UnansweredReferral, UnansweredReferralQueries } from './unanswered-referral.js';

export { ReferralOutcome, ReferralStatus } from './lifecycle.js';
export { send as sendReferral } from './referral.commands.js';
export { ReferralContentInput } from './referral.inputs.js';
export { DeclineReason, DeclineSide, Referral, ReferralPriority } from './referral.js';
export { ReferralTransition } from './referral-transition.js';

whenReferralSharingWithdrawn.push(cancelWithdrawn);

export const referrals: Feature = {
  stored: [Referral, ReferralTransition, UnansweredReferral],
  resolvers: [
    ReferralQueries,
    BeneficiaryReferrals,
    ReferralEventResolver,
    DraftMutations,
    ReferralMutations,
    UnansweredReferralQueries,
  ],
  chores: [findWaiting],
  consumers: [followWaiting],
  queues: [delayedActs],
};
