import { randomUUID } from 'node:crypto';
import type { ActName } from './acts.js';
import type { Insiders } from './insiders.js';
import { daysAgo, type SeededPartner } from './town.js';

/**
 * An input for every act that is right in all but one thing: who makes it.
 * @param ids of what others may not see; what is open to everyone is named as it is
 */
export function inputsFor(
  { person, open, ...inside }: Insiders,
  partner: SeededPartner,
  ids = inside.ids,
): Record<ActName, Record<string, unknown>> {
  const idempotencyKey = randomUUID();
  const [beneficiary] = ids.Beneficiary;
  const [pathway] = ids.Pathway;
  const [referral] = ids.Referral;
  const [attendance] = ids.Attendance;
  const [outcome] = ids.Outcome;
  const [contract] = ids.ClauseContract;
  const [entry] = ids.HoursEntry;
  const [savedAnalysis] = ids.SavedAnalysis;
  const sharing = ids.Sharing.at(-1);
  const [forum] = open.Forum;
  const [item] = open.RoadmapItem;
  const [programme] = open.ClauseProgramme;
  const [procurement] = open.Procurement;
  const [company] = open.Company;
  const [lot] = open.Lot;
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
    openClauseProgramme: { idempotencyKey, name: 'A charter', since: '2024-01-01' },
    addProcurement: {
      idempotencyKey,
      programme,
      reference: 'M-02',
      name: 'A bridge',
      buyer: 'The town',
      signedOn: daysAgo(300),
    },
    addCompany: { idempotencyKey, name: 'Bridges & Co', sector: 'Construction' },
    addLot: {
      idempotencyKey,
      procurement,
      number: 2,
      name: 'Steel',
      company,
      hoursCommitted: 10,
      startsOn: daysAgo(10),
      endsOn: daysAgo(0),
    },
    openClauseContract: {
      idempotencyKey,
      beneficiary,
      lot,
      company,
      modality: 'DIRECT_HIRE',
      startsOn: daysAgo(10),
    },
    endClauseContract: { contract, endsOn: daysAgo(0) },
    addEligibilityEvidence: {
      idempotencyKey,
      contract,
      criterion: 'SENIOR',
      document: 'A card',
      checkedOn: daysAgo(1),
    },
    declareHours: { idempotencyKey, rows: [{ contract, month: daysAgo(0), kind: 'WORK', hours: 10 }] },
    validateHours: { entries: [entry] },
    rejectHours: { entry, reason: 'A mistake' },
    recordOutcome: {
      idempotencyKey,
      pathway,
      occurredOn: daysAgo(0),
      situation: 'CDI',
      evidence: 'NONE',
    },
    verifyOutcome: { outcome },
    recordFollowUp: { outcome, situation: 'CDI', followedUpOn: daysAgo(0) },
    addRoadmapItem: {
      idempotencyKey,
      title: 'More',
      description: 'Of all.',
      owner: partner.id,
      dueOn: daysAgo(0),
    },
    editRoadmapItem: { item, expectedVersion: 1, title: 'Less' },
    moveRoadmapItem: { item, expectedVersion: 1, state: 'DONE' },
    saveAnalysis: {
      idempotencyKey,
      title: 'How many',
      question: {
        subject: 'PATHWAYS',
        measures: ['COUNT'],
        period: { from: '2024-01-01', until: '2025-01-01' },
      },
    },
    shareAnalysis: { savedAnalysis, shared: true },
    deleteSavedAnalysis: { savedAnalysis },
    takeSnapshot: { idempotencyKey, year: 2024, title: 'As it was' },
    openForum: { idempotencyKey, name: 'A forum', heldOn: daysAgo(1), area: 'SOUTH', place: 'A square' },
    addExhibitor: { idempotencyKey, forum, name: 'A stand', kind: 'TRAINING' },
    recordAttendance: { idempotencyKey, forum, beneficiary, ...agreement },
    recordHeadcount: { idempotencyKey, forum, people: 2, firstTimePeople: 1 },
    eraseBeneficiary: { idempotencyKey, beneficiary, reason: 'REQUEST' },
    referAttendance: { idempotencyKey, attendance, to: partner.id, purpose: 'Help', ...agreement },
  };
}
