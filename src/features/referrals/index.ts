import type { Feature } from '../feature.js';
import { ReferralAssignment } from './assignment.js';
import { ReferralAssignments } from './assignment.mutations.js';
import { PartnerBeforeSending, ServiceBeforeSending } from './before-sending.queries.js';
import { DraftMutations } from './draft.mutations.js';
import { ReferralMessage } from './message.js';
import { ReferralMessages } from './message.mutations.js';
import { delayedActs, findWaiting, followWaiting } from './overdue.js';
import { ReferralProposals } from './proposed-act.js';
import { readReceipt } from './read-receipt.js';
import { cancelAllWithdrawn, cancelWithdrawn } from './referral.commands.js';
import { Referral } from './referral.js';
import { ReferralMutations } from './referral.mutations.js';
import { BeneficiaryReferrals, DeclineQueries, ReferralQueries } from './referral.queries.js';
import { ReferralEventResolver } from './referral-event.js';
import { ReferralText } from './referral-text.js';
import { ReferralTransition } from './referral-transition.js';
import { UnansweredReferral, UnansweredReferralQueries } from './unanswered-referral.js';

export { declineReasonLabels } from './decline-labels.js';
export { ReferralOutcome, ReferralStatus } from './lifecycle.js';
export { send as sendReferral } from './referral.commands.js';
export { ReferralContentInput } from './referral.inputs.js';
export { DeclineReason, DeclineSide, Referral, ReferralPriority } from './referral.js';
export { ReferralTransition } from './referral-transition.js';

export const referrals: Feature = {
  stored: [
    Referral,
    ReferralText,
    ReferralTransition,
    ReferralMessage,
    ReferralAssignment,
    UnansweredReferral,
  ],
  resolvers: [
    ReferralQueries,
    DeclineQueries,
    BeneficiaryReferrals,
    ReferralEventResolver,
    DraftMutations,
    ReferralMutations,
    ReferralMessages,
    ReferralAssignments,
    ServiceBeforeSending,
    PartnerBeforeSending,
    ReferralProposals,
    UnansweredReferralQueries,
  ],
  periodicTasks: [findWaiting],
  consumers: [followWaiting],
  queues: [delayedActs],
  readReceipts: [readReceipt],
  withdrawals: [{ ofReferral: cancelWithdrawn, fromPartner: cancelAllWithdrawn }],
};
