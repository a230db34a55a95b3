import type { ReferralAction } from '../../../src/features/referrals/lifecycle.js';
import type { Data } from '../../kit/client.js';
import { type CommandName, validInput } from '../../kit/commands.js';
import { performActions } from '../../kit/referral-actions.js';
import { daysAgo, sendReferral } from '../../kit/town.js';
import { uniqueName } from '../../kit/unique.js';
import { createObject, newSharing, type RightsFixture } from './fixture.js';
import type { Owner, RoleLetter } from './table.js';

type CreateObjects = (fixture: RightsFixture, owner: Owner, letter: RoleLetter) => Promise<Data>;

/** The author of an object: the acting member, if it may create it, otherwise a member of the first partner. */
const author = ({ base, client }: RightsFixture, owner: Owner, letter: RoleLetter) =>
  owner === 'own' && 'CA'.includes(letter) ? client(owner, letter) : base.referent.client;

/** A referral from the first partner to the second, after these actions of the two. */
const newReferral =
  (...actions: readonly (readonly ['referent' | 'other', ReferralAction])[]): CreateObjects =>
  async ({ base }) => {
    const { referent, other, ids } = base;
    const referral = await sendReferral(referent.client, ids.Beneficiary[0] as string, other.partner);
    const steps = actions.map(([who, action]) => [base[who].client, action] as const);
    return { referral, expectedVersion: await performActions(referral, 1, ...steps) };
  };
const newAcceptedReferral = newReferral(['other', 'ACCEPT']);
const newDraft: CreateObjects = async ({ base: { referent, other, ids } }) => {
  const input = validInput.draftReferral(ids.Beneficiary[0] as string, other.partner);
  return { referral: await createObject(referent.client, 'draftReferral', input), expectedVersion: 1 };
};
const newContract = ({ base: { ids, visibleToAll, referent } }: RightsFixture) => {
  const [person, lot, company] = [
    ids.Beneficiary[0],
    visibleToAll.Lot[0],
    visibleToAll.Company[0],
  ] as string[];
  const input = validInput.openClauseContract(person as string, lot as string, company as string);
  return createObject(referent.client, 'openClauseContract', input);
};
const newHoursEntry = async (fixture: RightsFixture) => {
  const row = { contract: await newContract(fixture), month: daysAgo(60), kind: 'WORK', hours: 7 };
  return createObject(fixture.base.referent.client, 'declareHours', validInput.declareHours(row));
};
/** A file record of the referent's caseworker, about the person or on the pathway. */
const newFileRecord =
  (
    command: 'addContact' | 'recordCriterion' | 'recordBarrier' | 'planAppointment' | 'setObjective',
    inputField: string,
  ) =>
  async ({ base: { ids, referent } }: RightsFixture): Promise<Data> => {
    const about = (command === 'setObjective' ? ids.Pathway : ids.Beneficiary)[0] as string;
    return { [inputField]: await createObject(referent.client, command, validInput[command](about)) };
  };
const newNote: CreateObjects = async (fixture, ...of) => {
  const input = validInput.writeNote(fixture.base.ids.Beneficiary[0] as string, { visibility: 'SHARED' });
  return { note: await createObject(author(fixture, ...of), 'writeNote', input) };
};
const newOutcome = (fixture: RightsFixture, pathway: string, changes: Data = {}) =>
  createObject(
    fixture.base.referent.client,
    'recordOutcome',
    validInput.recordOutcome(pathway, { keepOpen: true, ...changes }),
  );
const newRoadmapItem: CreateObjects = async ({ base, client }) => ({
  item: await createObject(
    client('own', 'K'),
    'addRoadmapItem',
    validInput.addRoadmapItem(base.referent.partner),
  ),
});
const newService: CreateObjects = async ({ client }) => ({
  service: await createObject(client('own', 'A'), 'addService', validInput.addService()),
});
const newMember: CreateObjects = async ({ hub, base }) => ({
  member: `member_${(await hub.town.member(base.referent.partner, 'DATA_PROTECTION_OFFICER')).key}`,
});
const newAnalysis: CreateObjects = async ({ newSavedAnalysis }, owner) => ({
  savedAnalysis: await newSavedAnalysis(owner),
});
const newNotification: CreateObjects = async ({ hub, base, client }, owner, letter) => {
  const { viewer } = await client(owner, letter).data('{ viewer { member { id } } }');
  const own = { key: viewer.member.id.slice('member_'.length) };
  return {
    notifications: [await hub.town.insertNotification(owner === 'own' ? own : base.referent.member)],
  };
};
const newDuplicates = async ({ newPerson }: RightsFixture) => ({
  kept: await newPerson(),
  duplicate: await newPerson(),
});
const newDistinctPersons = async ({ newPerson }: RightsFixture) => ({
  one: await newPerson(),
  other: await newPerson(),
});
const newBeneficiary: CreateObjects = async ({ newPerson }) => ({ beneficiary: await newPerson() });

/** Creates the objects that a command consumes, anew for each attempt; they replace those in the input. */
export const newObjects: Partial<Record<CommandName, CreateObjects>> = {
  registerBeneficiary: async (_, owner) => (owner === 'own' ? { lastName: uniqueName() } : {}),
  openPathway: newBeneficiary,
  extendSharing: async (fixture) => ({ sharing: await newSharing(fixture) }),
  withdrawSharing: async (fixture) => ({ sharing: await newSharing(fixture, await fixture.newPerson()) }),
  withdrawFromPartner: async ({ newPerson, base }) => ({
    beneficiary: await newPerson(),
    partner: base.other.partner.id,
  }),
  answerLinkRequest: async ({ base, fourthPartner }) => ({
    linkRequest: await createObject(fourthPartner.client, 'requestLink', validInput.requestLink(base.person)),
  }),
  changeReferralDraft: newDraft,
  sendReferralDraft: newDraft,
  reviewReferral: newReferral(),
  requestReferralInfo: newReferral(),
  replyToReferral: newReferral(['other', 'REQUEST_INFO']),
  waitlistReferral: newReferral(),
  acceptReferral: newReferral(),
  declineReferral: newReferral(),
  startReferral: newAcceptedReferral,
  holdReferral: newReferral(['other', 'ACCEPT'], ['other', 'START']),
  resumeReferral: newReferral(['other', 'ACCEPT'], ['other', 'START'], ['other', 'HOLD']),
  completeReferral: newAcceptedReferral,
  cancelReferral: newAcceptedReferral,
  enterReferralInError: newAcceptedReferral,
  referAgain: newReferral(['referent', 'CANCEL']),
  endClauseContract: async (fixture) => ({ contract: await newContract(fixture) }),
  declareHours: async (fixture) => ({
    rows: [{ contract: await newContract(fixture), month: daysAgo(0), kind: 'WORK', hours: 10 }],
  }),
  validateHours: async (fixture) => ({ entries: [await newHoursEntry(fixture)] }),
  rejectHours: async (fixture) => ({ entry: await newHoursEntry(fixture) }),
  recordOutcome: async () => ({ keepOpen: true }),
  verifyOutcome: async (fixture) => ({
    outcome: await newOutcome(fixture, fixture.base.ids.Pathway[0] as string),
  }),
  recordFollowUp: async (fixture) => {
    const input = validInput.openPathway(await fixture.newPerson(), { startedOn: daysAgo(200) });
    const pathway = await createObject(fixture.base.referent.client, 'openPathway', input);
    return { outcome: await newOutcome(fixture, pathway, { occurredOn: daysAgo(170) }) };
  },
  editRoadmapItem: newRoadmapItem,
  moveRoadmapItem: newRoadmapItem,
  shareAnalysis: newAnalysis,
  deleteSavedAnalysis: newAnalysis,
  mergeBeneficiaries: newDuplicates,
  undoMerge: async (fixture) => {
    const { kept, duplicate } = await newDuplicates(fixture);
    const input = validInput.mergeBeneficiaries(kept, duplicate);
    return { merge: await createObject(fixture.base.referent.client, 'mergeBeneficiaries', input) };
  },
  recordHeadcount: async ({ client }, owner, letter) =>
    letter === 'K' && owner === 'own'
      ? { forum: await createObject(client('own', 'K'), 'openForum', validInput.openForum()) }
      : {},
  declareDistinct: newDistinctPersons,
  retractDistinct: async (fixture) => {
    const { one, other } = await newDistinctPersons(fixture);
    const input = validInput.declareDistinct(one, other);
    return { distinction: await createObject(fixture.base.referent.client, 'declareDistinct', input) };
  },
  addExhibitor: async ({ client }) => ({
    forum: await createObject(client('own', 'K'), 'openForum', validInput.openForum()),
  }),
  recordAttendance: newBeneficiary,
  referAttendance: async ({ base: { visibleToAll, referent }, newPerson }) => {
    const input = validInput.recordAttendance(visibleToAll.Forum[0] as string, await newPerson());
    return { attendance: await createObject(referent.client, 'recordAttendance', input) };
  },
  eraseBeneficiary: newBeneficiary,
  removeContact: newFileRecord('addContact', 'contact'),
  endCriterion: newFileRecord('recordCriterion', 'criterion'),
  changeBarrier: newFileRecord('recordBarrier', 'barrier'),
  closeObjective: newFileRecord('setObjective', 'objective'),
  closeAppointment: newFileRecord('planAppointment', 'appointment'),
  rewordNote: newNote,
  removeNote: newNote,
  setMemberRole: newMember,
  deactivateMember: newMember,
  reactivateMember: async (fixture, ...of) => {
    const input = await newMember(fixture, ...of);
    await createObject(fixture.client('own', 'A'), 'deactivateMember', input);
    return input;
  },
  markNotificationsRead: newNotification,
  changeService: newService,
  closeService: newService,
  // A paused webhook refuses tests.
  testWebhook: async ({ client, base: { ids } }) => ({
    webhook: await createObject(client('own', 'A'), 'resumeWebhook', { webhook: ids.Webhook[0] }),
  }),
  removeWebhook: async ({ client }) => ({
    webhook: await createObject(client('own', 'A'), 'addWebhook', validInput.addWebhook()),
  }),
};
