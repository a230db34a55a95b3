import { randomUUID } from 'node:crypto';
import type { ActName } from './acts.js';
import type { Insiders } from './insiders.js';
import { daysAgo, type SeededPartner } from './town.js';

/** An input for every act that is right in all but one thing: whose ids it names is the caller's choice. */
export function inputsFor(
  ids: Insiders['ids'],
  partner: SeededPartner,
  person: Insiders['person'],
): Record<ActName, Record<string, unknown>> {
  const idempotencyKey = randomUUID();
  const [beneficiary] = ids.Beneficiary;
  const [pathway] = ids.Pathway;
  const [referral] = ids.Referral;
  const sharing = ids.Sharing.at(-1);
  const agreement = { agreedOn: daysAgo(1), method: 'ORAL' };
  const onReferral = { referral, expectedVersion: 1 };
  return {
    registerBeneficiary: { idempotencyKey, district: 'NORTH', informedOn: daysAgo(1), ...person },
    openPathway: { idempotencyKey, beneficiary, objective: 'Find work' },
    addStep: { idempotencyKey, pathway, kind: 'OTHER', title: 'Met', occurredOn: daysAgo(1) },
    recordSharingAgreement: {
      idempotencyKey,
      beneficiary,
      partner: partner.id,
      scope: 'IDENTITY',
      ...agreement,
    },
    withdrawSharing: { sharing },
    sendReferral: { idempotencyKey, beneficiary, to: partner.id, purpose: 'Help', ...agreement },
    acceptReferral: onReferral,
    declineReferral: { ...onReferral, side: 'PERSON', reason: 'UNREACHABLE' },
    startReferral: { ...onReferral, firstContactOn: daysAgo(0) },
    completeReferral: { ...onReferral, outcome: 'SERVICE_RECEIVED' },
    cancelReferral: { ...onReferral, reason: 'No longer needed' },
  };
}
