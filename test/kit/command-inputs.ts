import { randomUUID } from 'node:crypto';
import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isListType,
  isRequiredInputField,
} from 'graphql';
import type { Data } from './client.js';
import { type CommandName, commandNames } from './commands.js';
import type { FullFixture } from './full-fixture.js';
import { schema } from './schema.js';
import { daysAgo, type SeededPartner } from './town.js';
import { uniqueWord } from './unique.js';

/**
 * A valid input for every command; whether the viewer may run the command is another question.
 * @param ids the ids to use for objects with restricted access; objects that every member may see keep their ids
 */
export function commandInputs(
  fixture: FullFixture,
  partner: SeededPartner,
  ids = fixture.ids,
): Record<CommandName, Data> {
  const explicit = explicitInputs(fixture, partner, ids);
  const knownIds = { ...ids, ...fixture.visibleToAll };
  return Object.fromEntries(commandNames.map((it) => [it, explicit[it] ?? derivedInput(it, knownIds)]));
}

/** The inputs that cannot be derived from the schema. */
function explicitInputs(
  { person, visibleToAll }: FullFixture,
  partner: SeededPartner,
  ids: FullFixture['ids'],
): Readonly<Record<CommandName, Data>> {
  const idempotencyKey = randomUUID();
  const word = uniqueWord();
  const [beneficiary] = ids.Beneficiary;
  const [pathway] = ids.Pathway;
  const [referral] = ids.Referral;
  const [attendance] = ids.Attendance;
  const [outcome] = ids.Outcome;
  const [contract] = ids.ClauseContract;
  const [entry] = ids.HoursEntry;
  const [savedAnalysis] = ids.SavedAnalysis;
  const [merge] = ids.Merge;
  const sharing = ids.Sharing.at(-1);
  const [criterion] = ids.Criterion;
  const [barrier] = ids.Barrier;
  const [objective] = ids.Objective;
  const [appointment] = ids.Appointment;
  const [note] = ids.Note;
  const [forum] = visibleToAll.Forum;
  const [item] = visibleToAll.RoadmapItem;
  const [programme] = visibleToAll.ClauseProgramme;
  const [procurement] = visibleToAll.Procurement;
  const [company] = visibleToAll.Company;
  const [lot] = visibleToAll.Lot;
  const [service] = visibleToAll.Service;
  const [notification] = ids.Notification;
  const [member] = ids.Member;
  const [webhook] = ids.Webhook;
  const agreement = { agreedOn: daysAgo(1), method: 'ORAL' };
  const sending = { ...agreement, confirmAlreadyReferred: true };
  const onReferral = { referral, expectedVersion: 1 };
  return {
    markNotificationsRead: { notifications: [notification] },
    chooseMail: { timing: 'DAILY' },
    inviteMember: {
      idempotencyKey,
      name: 'Nour Benali',
      email: `${word}@a.test`,
      role: 'CASEWORKER',
    },
    addMachineAccount: {
      idempotencyKey,
      name: 'Our software',
      clientId: word,
      role: 'CASEWORKER',
      mayWrite: true,
    },
    setMemberRole: { member, role: 'CASEWORKER' },
    addPartner: {
      idempotencyKey,
      slug: `p-${word}`,
      name: 'A house',
      kind: 'ASSOCIATION',
      administratorName: 'Nour Benali',
      administratorEmail: `${word}@a.test`,
    },
    renamePartner: { partner: partner.id, name: 'Another name' },
    addService: {
      idempotencyKey,
      name: 'A workshop',
      themes: ['NUMERIQUE'],
      publics: ['TOUS_PUBLICS'],
      contact: '01 02 03 04 05',
    },
    changeService: { service, name: 'Another workshop' },
    closeService: { service },
    registerBeneficiary: { idempotencyKey, district: 'NORTH', informedOn: daysAgo(1), ...person },
    setOwnReference: { beneficiary, ownReference: word },
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
    withdrawFromPartner: { beneficiary, partner: partner.id },
    extendSharing: { idempotencyKey, sharing, ...agreement },
    requestLink: { idempotencyKey, ...person, purpose: 'A course', scope: 'PATHWAY', ...agreement },
    answerLinkRequest: { linkRequest: ids.LinkRequest[0], answer: 'REFUSE' },
    sendReferral: { idempotencyKey, beneficiary, to: partner.id, purpose: 'Help', ...sending },
    draftReferral: { idempotencyKey, beneficiary, to: partner.id, purpose: 'Help' },
    changeReferralDraft: { ...onReferral, purpose: 'More help' },
    sendReferralDraft: { ...onReferral, ...sending },
    reviewReferral: onReferral,
    requestReferralInfo: { ...onReferral, message: 'Since when?' },
    replyToReferral: { ...onReferral, reply: 'Since May' },
    waitlistReferral: onReferral,
    acceptReferral: onReferral,
    declineReferral: { ...onReferral, side: 'PERSON', reason: 'UNREACHABLE' },
    startReferral: { ...onReferral, firstContactOn: daysAgo(0) },
    holdReferral: { ...onReferral, reason: 'On holiday' },
    resumeReferral: { ...onReferral, reason: 'Back again' },
    completeReferral: { ...onReferral, outcome: 'SERVICE_RECEIVED' },
    assignReferral: { referral },
    sendReferralMessage: { idempotencyKey, referral, text: 'When may they come?' },
    cancelReferral: { ...onReferral, reason: 'No longer needed' },
    enterReferralInError: { ...onReferral, reason: 'Another person was meant' },
    referAgain: { idempotencyKey, ...onReferral, ...sending },
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
        filter: { values: [{ dimension: 'UNDER_26', key: 'YES' }] },
      },
    },
    shareAnalysis: { savedAnalysis, shared: true },
    deleteSavedAnalysis: { savedAnalysis },
    takeSnapshot: { idempotencyKey, year: 2024, title: 'As it was' },
    chooseProtection: { idempotencyKey, level: 'STRICT' },
    makeRelease: { idempotencyKey, asOf: '2024-05-01' },
    closeYear: { idempotencyKey, year: 2024 },
    reviseYear: { idempotencyKey, year: 2024, subject: 'OUTCOMES', reason: 'Recorded late' },
    mergeBeneficiaries: { idempotencyKey, kept: beneficiary, duplicate: beneficiary, reason: 'Twice' },
    undoMerge: { merge },
    declareDistinct: { idempotencyKey, one: beneficiary, other: beneficiary, reason: 'Twins' },
    openForum: { idempotencyKey, name: 'A forum', heldOn: daysAgo(1), area: 'SOUTH', place: 'A square' },
    addExhibitor: { idempotencyKey, forum, name: 'A stand', kind: 'TRAINING' },
    recordAttendance: { idempotencyKey, forum, beneficiary, ...agreement },
    recordHeadcount: { idempotencyKey, forum, people: 2, firstTimePeople: 1 },
    eraseBeneficiary: { idempotencyKey, beneficiary, reason: 'REQUEST' },
    referAttendance: { idempotencyKey, attendance, to: partner.id, purpose: 'Help', ...sending },
    addContact: { idempotencyKey, beneficiary, kind: 'EMAIL', value: 'a@b.test' },
    recordCriterion: { idempotencyKey, beneficiary, key: 'JEUNES', since: daysAgo(1) },
    endCriterion: { criterion, until: daysAgo(0) },
    recordBarrier: { idempotencyKey, beneficiary, theme: 'SANTE' },
    changeBarrier: { barrier, expectedVersion: 1, status: 'RESOLVED' },
    setObjective: { idempotencyKey, pathway, text: 'Find work' },
    closeObjective: { objective, status: 'REACHED' },
    planAppointment: { idempotencyKey, beneficiary, at: `${daysAgo(1)}T10:00:00Z`, subject: 'A talk' },
    closeAppointment: { appointment, status: 'MISSED' },
    writeNote: { idempotencyKey, beneficiary, text: 'Was here' },
    rewordNote: { note, text: 'Was not here' },
    addWebhook: { idempotencyKey, address: 'https://software.partner.test/hub', topics: ['LINK'] },
    changeWebhook: { webhook, topics: ['LINK', 'OUTCOME'] },
  };
}

/** An input with the required fields of a command, derived from their types; an id is found by the field's name. */
function derivedInput(command: CommandName, knownIds: Readonly<Record<string, readonly string[]>>): Data {
  const [argument] = schema.getMutationType()?.getFields()[command]?.args ?? [];
  const fields = Object.values((getNullableType(argument?.type) as GraphQLInputObjectType).getFields());
  return Object.fromEntries(
    fields.filter(isRequiredInputField).map(({ name, type }) => [name, derivedValue(name, type)]),
  );

  function derivedValue(name: string, type: GraphQLInputType): unknown {
    const nullableType = getNullableType(type);
    if (isListType(nullableType)) return [derivedValue(name, nullableType.ofType)];
    if (isEnumType(nullableType)) return nullableType.getValues()[0]?.name;
    if (name === 'idempotencyKey') return randomUUID();
    const values: Readonly<Record<string, unknown>> = {
      ID: knownIds[`${name.charAt(0).toUpperCase()}${name.slice(1)}`]?.[0],
      String: 'A text',
      Int: 1,
      Float: 1,
      Boolean: false,
      Date: daysAgo(1),
      DateTime: `${daysAgo(1)}T10:00:00Z`,
    };
    const value = values[String(nullableType)];
    if (value === undefined)
      throw new Error(`${command}.${name} has no default value: add its input to explicitInputs`);
    return value;
  }
}
