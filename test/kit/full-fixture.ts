import { randomUUID } from 'node:crypto';
import { done, rightInput } from './acts.js';
import type { Client } from './client.js';
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

interface Insider {
  readonly partner: SeededPartner;
  readonly member: SeededMember;
  readonly client: Client;
}

/** Two partners at work on a person, with a row in every table: what nobody else may see a trace of. */
export interface FullFixture {
  /** Registered the person. */
  readonly referent: Insider;
  /** Was told about the person by agreement and by referrals. */
  readonly other: Insider;
  /** Follows the insertion clause for the partner that registered the person. */
  readonly facilitator: Insider;
  /** Sits on the steering committee. */
  readonly committee: Insider;
  /** The ids of what they made, by the type of their object. */
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
  /** The ids of what is around them and open to everyone signed in. */
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
  /** The person as it was registered. */
  readonly person: Readonly<Record<string, string>>;
}

/** A word in every text that insiders write: where it shows up, something has leaked. */
export const fixtureMark = 'Zibeline';

export async function fullFixture(town: Seed): Promise<FullFixture> {
  // First: while there is nothing to count, no figure is still being made.
  const committee = await town.signedIn(await town.partner(undefined, 'TOWN'), 'COMMITTEE_MEMBER');
  const saved = await steered(committee);
  const referent = await town.caseworker();
  const other = await town.caseworker();
  const person = {
    firstName: `Lina ${fixtureMark}`,
    lastName: `Moreau ${fixtureMark}`,
    birthDate: '1998-02-03',
  };
  const beneficiary = await registerPerson(referent.client, person);
  const agreement = await referent.client.act(
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
  await other.client.act('acceptReferral', await send(), 'referral { id }');
  const refused = { side: 'PROVIDER', reason: 'OTHER', comment: `${fixtureMark} lives too far away` };
  await other.client.act('declineReferral', { ...(await send()), ...refused }, 'referral { id }');
  await referent.client.act(
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
  const linkRequest = await asked(town, referent, person);
  const administrator = await town.signedIn(referent.partner, 'PARTNER_ADMINISTRATOR');
  const { id: service } = await done(administrator.client, 'addService', rightInput.addService());
  const webhook = await connected(administrator);
  const item = await planned(town, other.partner);
  const facilitator = await town.signedIn(referent.partner, 'CLAUSE_FACILITATOR');
  const clause = await employed(facilitator, referent, beneficiary, pathways[0] as string);
  const forum = await visited(town, referent, beneficiary, other.partner);
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
      Merge: [await merged(referent, beneficiary)],
      Distinction: [await distinct(referent, beneficiary)],
      ErasedCount: [await erased(town, referent)],
      RetentionRun: [await town.expired(referent.partner, beneficiary)],
      Notification: [await notified(town, referent, referrals[0] as string)],
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

/** The caseworker is told of a referral, and has chosen how. */
async function notified(town: Seed, { member, client }: Insider, referral: string): Promise<string> {
  await done(client, 'chooseMail', { timing: 'DAILY', language: 'EN' }, 'role');
  return town.notified(member, referral);
}

/** Another person of the partner came and was erased. */
async function erased(town: Seed, { partner, client }: Insider): Promise<string> {
  const beneficiary = await registerPerson(client);
  const officer = await town.signedIn(partner, 'DATA_PROTECTION_OFFICER');
  const right = { idempotencyKey: randomUUID(), beneficiary, reason: 'MISTAKE' };
  return (await done(officer.client, 'eraseBeneficiary', right)).id;
}

/** A system of the partner's own is told what happens, but for now: so nothing is sent while tests look. */
async function connected({ client }: Insider): Promise<string> {
  const { id } = await done(client, 'addWebhook', rightInput.addWebhook());
  await done(client, 'pauseWebhook', { webhook: id });
  return id;
}

/** A question that a member of the committee keeps for itself, asks, and a snapshot. */
async function steered({ client }: Insider): Promise<string> {
  const title = `${fixtureMark} by district`;
  const { id } = await done(client, 'saveAnalysis', rightInput.saveAnalysis({ title }));
  await client.data('query ($id: ID!) { committee { savedAnalysis(id: $id) { totalRows } } }', { id });
  await done(client, 'takeSnapshot', rightInput.takeSnapshot());
  return id;
}

/** A third partner asks the referent for the person; the referent asks for somebody whom nobody knows. */
async function asked(town: Seed, referent: Insider, identity: object): Promise<string> {
  const purpose = `A course for ${fixtureMark}`;
  await done(referent.client, 'requestLink', rightInput.requestLink({ purpose }));
  const { client } = await town.caseworker();
  return (await done(client, 'requestLink', rightInput.requestLink({ ...identity, purpose }))).id;
}

/** Another file of the person becomes one with it. */
async function merged({ client }: Insider, kept: string): Promise<string> {
  const again = { firstName: 'Lina', lastName: `Moreaux ${fixtureMark}`, birthDate: '1998-02-03' };
  const reason = `Both are ${fixtureMark}`;
  const duplicate = await registerPerson(client, again);
  const input = rightInput.mergeBeneficiaries(kept, duplicate, { reason });
  return (await done(client, 'mergeBeneficiaries', input)).id;
}

/** Somebody was taken for the person, and is not. */
async function distinct({ client }: Insider, one: string): Promise<string> {
  const other = await registerPerson(client);
  const input = rightInput.declareDistinct(one, other, { reason: `Another one than ${fixtureMark}` });
  return (await done(client, 'declareDistinct', input)).id;
}

/** Something on the roadmap that a partner answers for. */
async function planned(town: Seed, owner: SeededPartner): Promise<string> {
  const coordinator = await town.signedIn(await town.partner(undefined, 'TOWN'), 'COORDINATOR');
  return (await done(coordinator.client, 'addRoadmapItem', rightInput.addRoadmapItem(owner))).id;
}

/** The person works under the clause, on a lot that is far from its hours. */
async function employed(facilitator: Insider, { client }: Insider, beneficiary: string, pathway: string) {
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

/** The person visits a forum, meets an exhibitor and is referred; a colleague counts the other visitors. */
async function visited(town: Seed, { client, partner }: Insider, beneficiary: string, to: SeededPartner) {
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
