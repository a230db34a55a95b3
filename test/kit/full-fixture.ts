import { randomUUID } from 'node:crypto';
import type { Client } from './client.js';
import { done, rightInput } from './commands.js';
import { type FileType, filed } from './filed.js';
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

/** Two partners that accompany one person, with a row in every table. No other viewer may see any trace of them. */
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
  /** Ids of related objects that every signed-in member may see, by type. */
  readonly open: Readonly<
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

/** A word in every text of the fixture: if a stranger's answer contains it, data have leaked. */
export const fixtureMark = 'Zibeline';

export async function fullFixture(town: Seed): Promise<FullFixture> {
  // First: while the database is empty, no figure is being computed.
  const committee = await town.signedIn(await town.partner(undefined, 'TOWN'), 'COMMITTEE_MEMBER');
  const saved = await saveAnalysis(committee);
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
  const send = async () => {
    referrals.push(await sendReferral(referent.client, beneficiary, other.partner, { purpose }));
    return { referral: referrals.at(-1) as string, expectedVersion: 1 };
  };
  await send();
  await other.client.run('acceptReferral', await send(), 'referral { id }');
  const refused = { side: 'PROVIDER', reason: 'OTHER', comment: `${fixtureMark} lives too far away` };
  await other.client.run('declineReferral', { ...(await send()), ...refused }, 'referral { id }');
  await referent.client.run(
    'cancelReferral',
    { ...(await send()), reason: `${fixtureMark} found work` },
    'referral { id }',
  );
  const draft = rightInput.draftReferral(beneficiary, other.partner, { purpose });
  referrals.push((await done(referent.client, 'draftReferral', draft)).id);
  const messages: string[] = [];
  for (const { client } of [referent, other]) {
    const input = rightInput.sendReferralMessage(referrals[0] as string, { text: `${fixtureMark} may come` });
    messages.push((await done(client, 'sendReferralMessage', input)).id);
  }
  const member = `member_${other.member.key}`;
  await done(other.client, 'assignReferral', { referral: referrals[0], member });
  const { id: outcome } = await done(
    referent.client,
    'recordOutcome',
    rightInput.recordOutcome(pathways[0] as string, { keepOpen: true }),
  );
  const linkRequest = await requestLinks(town, referent, person);
  const administrator = await town.signedIn(referent.partner, 'PARTNER_ADMINISTRATOR');
  const { id: service } = await done(administrator.client, 'addService', rightInput.addService());
  const webhook = await addPausedWebhook(administrator);
  const item = await addRoadmapItem(town, other.partner);
  const facilitator = await town.signedIn(referent.partner, 'CLAUSE_FACILITATOR');
  const clause = await addClauseContract(facilitator, referent, beneficiary, pathways[0] as string);
  const forum = await attendForum(town, referent, beneficiary, other.partner);
  const { beneficiary: file } = await referent.client.data(
    'query ($id: ID!) { beneficiary(id: $id) { sharings { id } } }',
    { id: beneficiary },
  );
  const sharings = file.sharings.map((it: { id: string }) => it.id);
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
      SavedAnalysis: [saved],
      ...(await filed(referent.client, beneficiary, pathways[0] as string, fixtureMark)),
      Member: [`member_${referent.member.key}`],
      Merge: [await mergeDuplicate(referent, beneficiary)],
      Distinction: [await declareDistinct(referent, beneficiary)],
      ErasedCount: [await eraseAnotherPerson(town, referent)],
      RetentionRun: [await town.expired(referent.partner, beneficiary)],
      Notification: [await addNotification(town, referent, referrals[0] as string)],
      Webhook: [webhook],
      WebhookDelivery: [await town.delivered(webhook)],
    },
    open: {
      Service: [service],
      Forum: [forum.id],
      Exhibitor: [forum.exhibitor],
      RoadmapItem: [item],
      ...clause.open,
    },
    person,
  };
}

/** Adds a notification of a referral for the caseworker, who has chosen mail settings. */
async function addNotification(
  town: Seed,
  { member, client }: SignedInMember,
  referral: string,
): Promise<string> {
  await done(client, 'chooseMail', { timing: 'DAILY', language: 'EN' }, 'role');
  return town.notified(member, referral);
}

/** Registers and erases another person. */
async function eraseAnotherPerson(town: Seed, { partner, client }: SignedInMember): Promise<string> {
  const beneficiary = await registerPerson(client);
  const officer = await town.signedIn(partner, 'DATA_PROTECTION_OFFICER');
  const right = { idempotencyKey: randomUUID(), beneficiary, reason: 'MISTAKE' };
  return (await done(officer.client, 'eraseBeneficiary', right)).id;
}

/** Adds a webhook and pauses it, so that nothing is sent during the tests. */
async function addPausedWebhook({ client }: SignedInMember): Promise<string> {
  const { id } = await done(client, 'addWebhook', rightInput.addWebhook());
  await done(client, 'pauseWebhook', { webhook: id });
  return id;
}

/** Saves and runs a private analysis of a committee member, and takes a snapshot. */
async function saveAnalysis({ client }: SignedInMember): Promise<string> {
  const title = `${fixtureMark} by district`;
  const { id } = await done(client, 'saveAnalysis', rightInput.saveAnalysis({ title }));
  await client.data('query ($id: ID!) { committee { savedAnalysis(id: $id) { totalRows } } }', { id });
  await done(client, 'takeSnapshot', rightInput.takeSnapshot());
  return id;
}

/** A third partner sends a link request for the person; the referent sends one for an unknown person. */
async function requestLinks(town: Seed, referent: SignedInMember, identity: object): Promise<string> {
  const purpose = `A course for ${fixtureMark}`;
  await done(referent.client, 'requestLink', rightInput.requestLink({ purpose }));
  const { client } = await town.caseworker();
  return (await done(client, 'requestLink', rightInput.requestLink({ ...identity, purpose }))).id;
}

/** Merges a duplicate into the person's file. */
async function mergeDuplicate({ client }: SignedInMember, kept: string): Promise<string> {
  const again = { firstName: 'Lina', lastName: `Moreaux ${fixtureMark}`, birthDate: '1998-02-03' };
  const reason = `Both are ${fixtureMark}`;
  const duplicate = await registerPerson(client, again);
  const input = rightInput.mergeBeneficiaries(kept, duplicate, { reason });
  return (await done(client, 'mergeBeneficiaries', input)).id;
}

/** Declares another person distinct from this person. */
async function declareDistinct({ client }: SignedInMember, one: string): Promise<string> {
  const other = await registerPerson(client);
  const input = rightInput.declareDistinct(one, other, { reason: `Another one than ${fixtureMark}` });
  return (await done(client, 'declareDistinct', input)).id;
}

/** Adds a roadmap item of which the partner is the owner. */
async function addRoadmapItem(town: Seed, owner: SeededPartner): Promise<string> {
  const coordinator = await town.signedIn(await town.partner(undefined, 'TOWN'), 'COORDINATOR');
  return (await done(coordinator.client, 'addRoadmapItem', rightInput.addRoadmapItem(owner))).id;
}

/** Gives the person a clause contract on a lot that has a shortfall of hours. */
async function addClauseContract(
  facilitator: SignedInMember,
  { client }: SignedInMember,
  beneficiary: string,
  pathway: string,
) {
  const { id: programme } = await done(
    facilitator.client,
    'openClauseProgramme',
    rightInput.openClauseProgramme(),
  );
  const { id: procurement } = await done(
    facilitator.client,
    'addProcurement',
    rightInput.addProcurement(programme),
  );
  const { id: company } = await done(facilitator.client, 'addCompany', rightInput.addCompany());
  const lot = await done(
    facilitator.client,
    'addLot',
    rightInput.addLot(procurement, company),
    'id shortfall { id }',
  );
  const right = rightInput.openClauseContract(beneficiary, lot.id, company, { pathway });
  const { id: contract } = await done(client, 'openClauseContract', right);
  const document = `A letter about ${fixtureMark}`;
  const evidence = rightInput.addEligibilityEvidence(contract, { document });
  const { id: seen } = await done(client, 'addEligibilityEvidence', evidence);
  const row = { contract, month: daysAgo(90), kind: 'WORK', hours: 35.5 };
  const declared = await done(
    client,
    'declareHours',
    rightInput.declareHours(row, { ...row, kind: 'TRAINING' }),
  );
  const entries = declared.map(({ id }: { id: string }) => id) as string[];
  const reason = `${fixtureMark} was not there`;
  await done(facilitator.client, 'rejectHours', { entry: entries[1], reason });
  return {
    ids: {
      ClauseContract: [contract as string],
      HoursEntry: entries,
      EligibilityEvidence: [seen as string],
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
  const organiser = await town.signedIn(await town.partner(undefined, 'TOWN'), 'COORDINATOR');
  const { id } = await done(organiser.client, 'openForum', rightInput.openForum());
  const { id: exhibitor } = await done(organiser.client, 'addExhibitor', rightInput.addExhibitor(id));
  const came = rightInput.recordAttendance(id, beneficiary, { exhibitor });
  const { id: attendance } = await done(client, 'recordAttendance', came);
  const purpose = `A job for ${fixtureMark}`;
  const { referral } = await done(
    client,
    'referAttendance',
    rightInput.referAttendance(attendance, to, { purpose }),
    'referral { id }',
  );
  const colleague = await town.signedIn(partner);
  await done(colleague.client, 'recordHeadcount', rightInput.recordHeadcount(id));
  return { id, exhibitor, attendance, referral: referral.id as string };
}
