import { randomUUID } from 'node:crypto';
import type { Client } from './client.js';
import { runCommand, validInput } from './commands.js';
import { addFileRecords, type FileType } from './file-records.js';
import {
  addStep,
  daysAgo,
  openPathway,
  registerPerson,
  type Seed,
  type SeededMember,
  type SeededPartner,
  sendReferral,
} from './town.js';

interface SignedInMember {
  readonly partner: SeededPartner;
  readonly member: SeededMember;
  readonly client: Client;
}

/** Two partners that accompany one person, with a row in every table. No other viewer may see data about the person. */
export interface FullFixture {
  /** The partner that registered the person. */
  readonly referent: SignedInMember;
  /** A partner that sees the person by an agreement and by referrals. */
  readonly other: SignedInMember;
  /** The clause facilitator of the partner that registered the person. */
  readonly facilitator: SignedInMember;
  /** A member of the steering committee. */
  readonly committee: SignedInMember;
  /** Ids of the objects that they created, by type. */
  readonly ids: Readonly<
    Record<
      | 'Beneficiary'
      | 'Pathway'
      | 'Step'
      | 'Sharing'
      | 'LinkRequest'
      | 'Referral'
      | 'ReferralMessage'
      | 'Attendance'
      | 'Outcome'
      | 'ClauseContract'
      | 'HoursEntry'
      | 'EligibilityEvidence'
      | 'LotShortfall'
      | 'SavedAnalysis'
      | 'CommitteeQuestion'
      | 'DistinctCount'
      | FileType
      | 'Member'
      | 'Merge'
      | 'Distinction'
      | 'ErasedCount'
      | 'RetentionRun'
      | 'Notification'
      | 'Webhook'
      | 'WebhookDelivery',
      readonly string[]
    >
  >;
  /** Ids of the related objects that every signed-in member may see, by type. */
  readonly visibleToAll: Readonly<
    Record<
      | 'Service'
      | 'Forum'
      | 'Exhibitor'
      | 'RoadmapItem'
      | 'ClauseProgramme'
      | 'Procurement'
      | 'Company'
      | 'Lot',
      readonly string[]
    >
  >;
  /** The identity with which the person was registered. */
  readonly person: Readonly<Record<string, string>>;
}

/** A word that every text of the fixture contains: a response to a stranger that contains it is a leak. */
export const fixtureMark = 'Zibeline';

export async function fullFixture(town: Seed): Promise<FullFixture> {
  const committee = await town.signedInMember(await town.partner(undefined, 'TOWN'), 'COMMITTEE_MEMBER');
  await town.insertRelease(committee.member);
  const savedAnalysis = await saveAnalysis(committee);
  const referent = await town.caseworker();
  const other = await town.caseworker();
  const person = {
    firstName: `Lina ${fixtureMark}`,
    lastName: `Moreau ${fixtureMark}`,
    birthDate: '1998-02-03',
  };
  const beneficiary = await registerPerson(referent.client, person);
  const agreement = await referent.client.run(
    'recordSharingAgreement',
    {
      idempotencyKey: randomUUID(),
      beneficiary,
      partner: other.partner.id,
      scope: 'FOLLOW_UP',
      agreedOn: daysAgo(2),
      method: 'WRITTEN',
    },
    'sharing { id }',
  );
  for (const { client } of [referent, other])
    await runCommand(client, 'setOwnReference', { beneficiary, ownReference: `${fixtureMark} 4711` });
  const pathways = [
    await openPathway(referent.client, beneficiary, `${fixtureMark} wants to garden`),
    await openPathway(other.client, beneficiary, `${fixtureMark} wants to cook`),
  ];
  const steps: string[] = [];
  for (const visibility of ['AUTHOR', 'PARTNER', 'SHARED']) {
    const title = `${fixtureMark} ${visibility}`;
    steps.push(await addStep(referent.client, pathways[0] as string, { title, visibility }));
  }
  const purpose = `A place for ${fixtureMark}`;
  const referrals: string[] = [];
  const sendReferralToOther = async () => {
    referrals.push(await sendReferral(referent.client, beneficiary, other.partner, { purpose }));
    return { referral: referrals.at(-1) as string, expectedVersion: 1 };
  };
  await sendReferralToOther();
  await other.client.run('acceptReferral', await sendReferralToOther(), 'referral { id }');
  const declineInput = { side: 'PROVIDER', reason: 'OTHER', comment: `${fixtureMark} lives too far away` };
  await other.client.run(
    'declineReferral',
    { ...(await sendReferralToOther()), ...declineInput },
    'referral { id }',
  );
  await referent.client.run(
    'cancelReferral',
    { ...(await sendReferralToOther()), reason: `${fixtureMark} found work` },
    'referral { id }',
  );
  const draftInput = validInput.draftReferral(beneficiary, other.partner, { purpose });
  referrals.push((await runCommand(referent.client, 'draftReferral', draftInput)).id);
  const messages: string[] = [];
  for (const { client } of [referent, other]) {
    const input = validInput.sendReferralMessage(referrals[0] as string, { text: `${fixtureMark} may come` });
    messages.push((await runCommand(client, 'sendReferralMessage', input)).id);
  }
  const member = `member_${other.member.key}`;
  await runCommand(other.client, 'assignReferral', { referral: referrals[0], member });
  const { id: outcome } = await runCommand(
    referent.client,
    'recordOutcome',
    validInput.recordOutcome(pathways[0] as string, { keepOpen: true }),
  );
  const linkRequest = await requestLinks(town, referent, person);
  const administrator = await town.signedInMember(referent.partner, 'PARTNER_ADMINISTRATOR');
  const { id: service } = await runCommand(administrator.client, 'addService', validInput.addService());
  const webhook = await addPausedWebhook(administrator);
  const roadmapItem = await addRoadmapItem(town, other.partner);
  const facilitator = await town.signedInMember(referent.partner, 'CLAUSE_FACILITATOR');
  const clause = await addClauseContract(facilitator, referent, beneficiary, pathways[0] as string);
  const forum = await attendForum(town, referent, beneficiary, other.partner);
  const { beneficiary: caseFile } = await referent.client.data(
    'query ($id: ID!) { beneficiary(id: $id) { sharings { id } } }',
    { id: beneficiary },
  );
  const sharings = caseFile.sharings.map((it: { id: string }) => it.id);
  if (!sharings.includes(agreement.sharing.id)) throw new Error('the agreement is not in force');
  return {
    referent,
    other,
    facilitator,
    committee,
    ids: {
      Beneficiary: [beneficiary],
      Pathway: pathways,
      Step: steps,
      Sharing: sharings,
      LinkRequest: [linkRequest],
      Referral: [...referrals, forum.referral],
      ReferralMessage: messages,
      Attendance: [forum.attendance],
      Outcome: [outcome],
      ...clause.ids,
      SavedAnalysis: [savedAnalysis],
      CommitteeQuestion: [await town.insertCommitteeQuestion(committee.member)],
      DistinctCount: [await town.insertDistinctCount(referent.partner)],
      ...(await addFileRecords(referent.client, beneficiary, pathways[0] as string, fixtureMark)),
      Member: [`member_${referent.member.key}`],
      Merge: [await mergeDuplicate(referent, beneficiary)],
      Distinction: [await declareDistinct(referent, beneficiary)],
      ErasedCount: [await eraseAnotherPerson(town, referent)],
      RetentionRun: [await town.insertRetentionRun(referent.partner, beneficiary)],
      Notification: [await addNotification(town, referent, referrals[0] as string)],
      Webhook: [webhook],
      WebhookDelivery: [await town.insertDelivery(webhook)],
    },
    visibleToAll: {
      Service: [service],
      Forum: [forum.id],
      Exhibitor: [forum.exhibitor],
      RoadmapItem: [roadmapItem],
      ...clause.open,
    },
    person,
  };
}

/** Adds a notification of a referral for the caseworker, and sets the caseworker's mail settings. */
async function addNotification(
  town: Seed,
  { member, client }: SignedInMember,
  referral: string,
): Promise<string> {
  await runCommand(client, 'chooseMail', { timing: 'DAILY', language: 'EN' }, 'role');
  return town.insertNotification(member, referral);
}

/** Registers and erases another person. */
async function eraseAnotherPerson(town: Seed, { partner, client }: SignedInMember): Promise<string> {
  const beneficiary = await registerPerson(client);
  const officer = await town.signedInMember(partner, 'DATA_PROTECTION_OFFICER');
  const input = { idempotencyKey: randomUUID(), beneficiary, reason: 'MISTAKE' };
  return (await runCommand(officer.client, 'eraseBeneficiary', input)).id;
}

/** Adds a webhook and pauses it, so that nothing is sent during the tests. */
async function addPausedWebhook({ client }: SignedInMember): Promise<string> {
  const { id } = await runCommand(client, 'addWebhook', validInput.addWebhook());
  await runCommand(client, 'pauseWebhook', { webhook: id });
  return id;
}

/** Saves and runs a private analysis of the committee member, and takes a snapshot. */
async function saveAnalysis({ client }: SignedInMember): Promise<string> {
  const title = `${fixtureMark} by district`;
  const { id } = await runCommand(client, 'saveAnalysis', validInput.saveAnalysis({ title }));
  await client.data('query ($id: ID!) { committee { savedAnalysis(id: $id) { totalRows } } }', { id });
  await runCommand(client, 'takeSnapshot', validInput.takeSnapshot());
  return id;
}

/** A third partner sends a link request for the person; the referent sends one for an unknown person. */
async function requestLinks(town: Seed, referent: SignedInMember, identity: object): Promise<string> {
  const purpose = `A course for ${fixtureMark}`;
  await runCommand(referent.client, 'requestLink', validInput.requestLink({ purpose }));
  const { client } = await town.caseworker();
  return (await runCommand(client, 'requestLink', validInput.requestLink({ ...identity, purpose }))).id;
}

/** Merges a duplicate into the person's file. */
async function mergeDuplicate({ client }: SignedInMember, kept: string): Promise<string> {
  const duplicateIdentity = {
    firstName: 'Lina',
    lastName: `Moreaux ${fixtureMark}`,
    birthDate: '1998-02-03',
  };
  const reason = `Both are ${fixtureMark}`;
  const duplicate = await registerPerson(client, duplicateIdentity);
  const input = validInput.mergeBeneficiaries(kept, duplicate, { reason });
  return (await runCommand(client, 'mergeBeneficiaries', input)).id;
}

/** Declares another person distinct from this person. */
async function declareDistinct({ client }: SignedInMember, one: string): Promise<string> {
  const other = await registerPerson(client);
  const input = validInput.declareDistinct(one, other, { reason: `Another one than ${fixtureMark}` });
  return (await runCommand(client, 'declareDistinct', input)).id;
}

/** Adds a roadmap item owned by the partner. */
async function addRoadmapItem(town: Seed, owner: SeededPartner): Promise<string> {
  const coordinator = await town.signedInMember(await town.partner(undefined, 'TOWN'), 'COORDINATOR');
  return (await runCommand(coordinator.client, 'addRoadmapItem', validInput.addRoadmapItem(owner))).id;
}

/** Gives the person a clause contract on a lot that has a shortfall of hours. */
async function addClauseContract(
  facilitator: SignedInMember,
  { client }: SignedInMember,
  beneficiary: string,
  pathway: string,
) {
  const { id: programme } = await runCommand(
    facilitator.client,
    'openClauseProgramme',
    validInput.openClauseProgramme(),
  );
  const { id: procurement } = await runCommand(
    facilitator.client,
    'addProcurement',
    validInput.addProcurement(programme),
  );
  const { id: company } = await runCommand(facilitator.client, 'addCompany', validInput.addCompany());
  const lot = await runCommand(
    facilitator.client,
    'addLot',
    validInput.addLot(procurement, company),
    'id shortfall { id }',
  );
  const contractInput = validInput.openClauseContract(beneficiary, lot.id, company, { pathway });
  const { id: contract } = await runCommand(client, 'openClauseContract', contractInput);
  const document = `A letter about ${fixtureMark}`;
  const evidenceInput = validInput.addEligibilityEvidence(contract, { document });
  const { id: evidence } = await runCommand(client, 'addEligibilityEvidence', evidenceInput);
  const hours = { contract, month: daysAgo(90), kind: 'WORK', hours: 35.5 };
  const declaredEntries = await runCommand(
    client,
    'declareHours',
    validInput.declareHours(hours, { ...hours, kind: 'TRAINING' }),
  );
  const entries = declaredEntries.map(({ id }: { id: string }) => id) as string[];
  const reason = `${fixtureMark} was not there`;
  await runCommand(facilitator.client, 'rejectHours', { entry: entries[1], reason });
  return {
    ids: {
      ClauseContract: [contract as string],
      HoursEntry: entries,
      EligibilityEvidence: [evidence as string],
      LotShortfall: [lot.shortfall.id as string],
    },
    open: {
      ClauseProgramme: [programme as string],
      Procurement: [procurement as string],
      Company: [company as string],
      Lot: [lot.id as string],
    },
  };
}

/** Records the person's attendance at a forum, with an exhibitor and a referral; a colleague records the headcount. */
async function attendForum(
  town: Seed,
  { client, partner }: SignedInMember,
  beneficiary: string,
  to: SeededPartner,
) {
  const organiser = await town.signedInMember(await town.partner(undefined, 'TOWN'), 'COORDINATOR');
  const { id } = await runCommand(organiser.client, 'openForum', validInput.openForum());
  const { id: exhibitor } = await runCommand(organiser.client, 'addExhibitor', validInput.addExhibitor(id));
  const attendanceInput = validInput.recordAttendance(id, beneficiary, { exhibitor });
  const { id: attendance } = await runCommand(client, 'recordAttendance', attendanceInput);
  const purpose = `A job for ${fixtureMark}`;
  const { referral } = await runCommand(
    client,
    'referAttendance',
    validInput.referAttendance(attendance, to, { purpose }),
    'referral { id }',
  );
  const colleague = await town.signedInMember(partner);
  await runCommand(colleague.client, 'recordHeadcount', validInput.recordHeadcount(id));
  return { id, exhibitor, attendance, referral: referral.id as string };
}
