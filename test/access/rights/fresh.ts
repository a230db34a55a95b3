import type { ReferralAction } from '../../../src/features/referrals/lifecycle.js';
import type { Data } from '../../kit/client.js';
import { type CommandName, freshName, rightInput } from '../../kit/commands.js';
import { walk } from '../../kit/referral-actions.js';
import { daysAgo, sendReferral } from '../../kit/town.js';
import { agreed, make, type Stage } from './stage.js';
import type { Letter, Whose } from './table.js';

type Make = (stage: Stage, whose: Whose, letter: Letter) => Promise<Data>;

/** The author of an object: the acting member, if it may create it, otherwise a member of the first partner. */
const author = ({ inside, client }: Stage, whose: Whose, letter: Letter) =>
  whose === 'own' && 'CA'.includes(letter) ? client(whose, letter) : inside.referent.client;

/** A referral from the first partner to the second, after these commands of theirs. */
const sent =
  (...actions: readonly (readonly ['referent' | 'other', ReferralAction])[]): Make =>
  async ({ inside }) => {
    const { referent, other, ids } = inside;
    const referral = await sendReferral(referent.client, ids.Beneficiary[0] as string, other.partner);
    const steps = actions.map(([who, action]) => [inside[who].client, action] as const);
    return { referral, expectedVersion: await walk(referral, 1, ...steps) };
  };
const accepted = sent(['other', 'ACCEPT']);
const drafted: Make = async ({ inside: { referent, other, ids } }) => {
  const input = rightInput.draftReferral(ids.Beneficiary[0] as string, other.partner);
  return { referral: await make(referent.client, 'draftReferral', input), expectedVersion: 1 };
};
const contract = ({ inside: { ids, open, referent } }: Stage) => {
  const [person, lot, company] = [ids.Beneficiary[0], open.Lot[0], open.Company[0]] as string[];
  const input = rightInput.openClauseContract(person as string, lot as string, company as string);
  return make(referent.client, 'openClauseContract', input);
};
const hours = async (stage: Stage) => {
  const row = { contract: await contract(stage), month: daysAgo(60), kind: 'WORK', hours: 7 };
  return make(stage.inside.referent.client, 'declareHours', rightInput.declareHours(row));
};
/** An entry of the referent's caseworker about the person or on the pathway. */
const recorded =
  (
    command: 'addContact' | 'recordCriterion' | 'recordBarrier' | 'planAppointment' | 'setObjective',
    as: string,
  ) =>
  async ({ inside: { ids, referent } }: Stage): Promise<Data> => {
    const about = (command === 'setObjective' ? ids.Pathway : ids.Beneficiary)[0] as string;
    return { [as]: await make(referent.client, command, rightInput[command](about)) };
  };
const note: Make = async (stage, ...of) => {
  const input = rightInput.writeNote(stage.inside.ids.Beneficiary[0] as string, { visibility: 'SHARED' });
  return { note: await make(author(stage, ...of), 'writeNote', input) };
};
const outcome = (stage: Stage, pathway: string, changes: Data = {}) =>
  make(
    stage.inside.referent.client,
    'recordOutcome',
    rightInput.recordOutcome(pathway, { keepOpen: true, ...changes }),
  );
const item: Make = async ({ inside, client }) => ({
  item: await make(client('own', 'K'), 'addRoadmapItem', rightInput.addRoadmapItem(inside.referent.partner)),
});
const service: Make = async ({ client }) => ({
  service: await make(client('own', 'A'), 'addService', rightInput.addService()),
});
const member: Make = async ({ hub, inside }) => ({
  member: `member_${(await hub.town.member(inside.referent.partner, 'DATA_PROTECTION_OFFICER')).key}`,
});
const analysis: Make = async ({ saved }, whose) => ({ savedAnalysis: await saved(whose) });
const notification: Make = async ({ hub, inside, client }, whose, letter) => {
  const { viewer } = await client(whose, letter).data('{ viewer { member { id } } }');
  const own = { key: viewer.member.id.slice('member_'.length) };
  return { notifications: [await hub.town.notified(whose === 'own' ? own : inside.referent.member)] };
};
const twins = async ({ person }: Stage) => ({ kept: await person(), duplicate: await person() });
const pair = async ({ person }: Stage) => ({ one: await person(), other: await person() });
const somebody: Make = async ({ person }) => ({ beneficiary: await person() });

/** Objects that a command consumes: created anew for each attempt, they replace those in the input. */
export const fresh: Partial<Record<CommandName, Make>> = {
  registerBeneficiary: async (_, whose) => (whose === 'own' ? { lastName: freshName() } : {}),
  openPathway: somebody,
  extendSharing: async (stage) => ({ sharing: await agreed(stage) }),
  withdrawSharing: async (stage) => ({ sharing: await agreed(stage, await stage.person()) }),
  withdrawFromPartner: async ({ person, inside }) => ({
    beneficiary: await person(),
    partner: inside.other.partner.id,
  }),
  answerLinkRequest: async ({ inside, elsewhere }) => ({
    linkRequest: await make(elsewhere.client, 'requestLink', rightInput.requestLink(inside.person)),
  }),
  changeReferralDraft: drafted,
  sendReferralDraft: drafted,
  reviewReferral: sent(),
  requestReferralInfo: sent(),
  replyToReferral: sent(['other', 'REQUEST_INFO']),
  waitlistReferral: sent(),
  acceptReferral: sent(),
  declineReferral: sent(),
  startReferral: accepted,
  holdReferral: sent(['other', 'ACCEPT'], ['other', 'START']),
  resumeReferral: sent(['other', 'ACCEPT'], ['other', 'START'], ['other', 'HOLD']),
  completeReferral: accepted,
  cancelReferral: accepted,
  enterReferralInError: accepted,
  referAgain: sent(['referent', 'CANCEL']),
  endClauseContract: async (stage) => ({ contract: await contract(stage) }),
  declareHours: async (stage) => ({
    rows: [{ contract: await contract(stage), month: daysAgo(0), kind: 'WORK', hours: 10 }],
  }),
  validateHours: async (stage) => ({ entries: [await hours(stage)] }),
  rejectHours: async (stage) => ({ entry: await hours(stage) }),
  recordOutcome: async () => ({ keepOpen: true }),
  verifyOutcome: async (stage) => ({ outcome: await outcome(stage, stage.inside.ids.Pathway[0] as string) }),
  recordFollowUp: async (stage) => {
    const input = rightInput.openPathway(await stage.person(), { startedOn: daysAgo(200) });
    const pathway = await make(stage.inside.referent.client, 'openPathway', input);
    return { outcome: await outcome(stage, pathway, { occurredOn: daysAgo(170) }) };
  },
  editRoadmapItem: item,
  moveRoadmapItem: item,
  shareAnalysis: analysis,
  deleteSavedAnalysis: analysis,
  mergeBeneficiaries: twins,
  undoMerge: async (stage) => {
    const { kept, duplicate } = await twins(stage);
    const input = rightInput.mergeBeneficiaries(kept, duplicate);
    return { merge: await make(stage.inside.referent.client, 'mergeBeneficiaries', input) };
  },
  recordHeadcount: async ({ client }, whose, letter) =>
    letter === 'K' && whose === 'own'
      ? { forum: await make(client('own', 'K'), 'openForum', rightInput.openForum()) }
      : {},
  declareDistinct: pair,
  retractDistinct: async (stage) => {
    const { one, other } = await pair(stage);
    const input = rightInput.declareDistinct(one, other);
    return { distinction: await make(stage.inside.referent.client, 'declareDistinct', input) };
  },
  addExhibitor: async ({ client }) => ({
    forum: await make(client('own', 'K'), 'openForum', rightInput.openForum()),
  }),
  recordAttendance: somebody,
  referAttendance: async ({ inside: { open, referent }, person }) => {
    const input = rightInput.recordAttendance(open.Forum[0] as string, await person());
    return { attendance: await make(referent.client, 'recordAttendance', input) };
  },
  eraseBeneficiary: somebody,
  removeContact: recorded('addContact', 'contact'),
  endCriterion: recorded('recordCriterion', 'criterion'),
  changeBarrier: recorded('recordBarrier', 'barrier'),
  closeObjective: recorded('setObjective', 'objective'),
  closeAppointment: recorded('planAppointment', 'appointment'),
  rewordNote: note,
  removeNote: note,
  setMemberRole: member,
  deactivateMember: member,
  reactivateMember: async (stage, ...of) => {
    const input = await member(stage, ...of);
    await make(stage.client('own', 'A'), 'deactivateMember', input);
    return input;
  },
  markNotificationsRead: notification,
  changeService: service,
  closeService: service,
  // A paused webhook refuses tests.
  testWebhook: async ({ client, inside: { ids } }) => ({
    webhook: await make(client('own', 'A'), 'resumeWebhook', { webhook: ids.Webhook[0] }),
  }),
  removeWebhook: async ({ client }) => ({
    webhook: await make(client('own', 'A'), 'addWebhook', rightInput.addWebhook()),
  }),
};
