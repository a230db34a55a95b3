import { commandsIn } from '../../commands/define-command.js';
import type { Feature } from '../feature.js';
import * as answeringCommands from './answering.commands.js';
import * as assignmentCommands from './assignment.commands.js';
import { ReferralAssignment } from './assignment.js';
import { ReferralAssignments } from './assignment.queries.js';
import { PartnerBeforeSending, ServiceBeforeSending } from './before-sending.queries.js';
import * as courseCommands from './course.commands.js';
import * as draftCommands from './draft.commands.js';
import * as endingCommands from './ending.commands.js';
import * as messageCommands from './message.commands.js';
import { ReferralMessage } from './message.js';
import { ReferralMessages } from './message.queries.js';
import { ReferralOffer } from './offer.queries.js';
import { delayQueue, findWaiting, followWaiting } from './overdue.js';
import { ReferralProposals } from './proposed-action.js';
import { readReceipt } from './read-receipt.js';
import { Referral } from './referral.js';
import { BeneficiaryReferrals, DeclineQueries, ReferralQueries } from './referral.queries.js';
import { ReferralEventResolver } from './referral-event.js';
import { ReferralText } from './referral-text.js';
import { ReferralTransition } from './referral-transition.js';
import * as sendingCommands from './sending.commands.js';
import { ServiceQueries } from './services.queries.js';
import { UnansweredReferral, UnansweredReferralQueries } from './unanswered-referral.js';
import { WaitingReferrals } from './waiting.queries.js';
import { cancelAllWithdrawn, cancelWithdrawn } from './withdrawal.js';

export { declineReasonLabels } from './decline-labels.js';
export { ReferralOutcome, ReferralStatus } from './lifecycle.js';
export { ReferralContentInput } from './referral.inputs.js';
export { DeclineReason, DeclineSide, Referral, ReferralPriority } from './referral.js';
export { ReferralTransition } from './referral-transition.js';
export { send as sendReferral } from './sending.commands.js';
export { storeDelays } from './stored-delays.js';
export { UnansweredReferral } from './unanswered-referral.js';

export const referrals: Feature = {
  stored: [
    Referral,
    ReferralText,
    ReferralTransition,
    ReferralMessage,
    ReferralAssignment,
    UnansweredReferral,
  ],
  commands: commandsIn(
    assignmentCommands,
    draftCommands,
    messageCommands,
    sendingCommands,
    answeringCommands,
    courseCommands,
    endingCommands,
  ),
  resolvers: [
    ReferralQueries,
    DeclineQueries,
    BeneficiaryReferrals,
    ReferralEventResolver,
    ReferralMessages,
    ReferralAssignments,
    ReferralOffer,
    ServiceBeforeSending,
    PartnerBeforeSending,
    ServiceQueries,
    ReferralProposals,
    UnansweredReferralQueries,
    WaitingReferrals,
  ],
  periodicTasks: [findWaiting],
  consumers: [followWaiting],
  queues: [delayQueue],
  readReceipts: [readReceipt],
  withdrawals: [{ ofReferral: cancelWithdrawn, fromPartner: cancelAllWithdrawn }],
};
