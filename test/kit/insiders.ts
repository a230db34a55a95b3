import { randomUUID } from 'node:crypto';
import { done, rightInput } from './acts.js';
import type { Client } from './client.js';
import { type FileType, filed } from './filed.js';
import {
  addStep,
  daysAgo,
  openPathway,
  registerPerson,
  type SeededMember,
  type SeededPartner,
  sendReferral,
  type Town,
} from './town.js';

interface Insider {
  readonly partner: SeededPartner;
  readonly member: SeededMember;
  readonly client: Client;
}

/** Two partners at work on a person, with a row in every table: what nobody else may see a trace of. */
export interface Insiders {
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
      | 'ErasedCount'
      | 'RetentionRun',
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
export const insiderMark = 'Zibeline';

export async function insiders(town: Town): Promise<Insiders> {
  // First: while there is nothing to count, no figure is still being made.
  const committee = await town.signedIn(await town.partner(undefined, 'TOWN'), 'COMMITTEE_MEMBER');
  const saved = await steered(committee);
  const referent = await town.caseworker();
  const other = await town.caseworker();
  const person = {
    firstName: `Lina ${insiderMark}`,
    lastName: `Moreau ${insiderMark}`,
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
    await openPathway(referent.client, beneficiary, `${insiderMark} wants to garden`),
    await openPathway(other.client, beneficiary, `${insiderMark} wants to cook`),
  ];
  const steps: string[] = [];
  for (const visibility of ['AUTHOR', 'PARTNER', 'SHARED']) {
    const title = `${insiderMark} ${visibility}`;
    steps.push(await addStep(referent.client, pathways[0] as string, { title, visibility }));
  }
  const purpose = `A place for ${insiderMark}`;
  const referrals: string[] = [];
  const send = async () => {
    referrals.push(await sendReferral(referent.client, beneficiary, other.partner, { purpose }));
    return { referral: referrals.at(-1) as string, expectedVersion: 1 };
  };
  await send();
  await other.client.act('acceptReferral', await send(), 'referral { id }');
  const refused = { side: 'PROVIDER', reason: 'OTHER', comment: `${insiderMark} lives too far away` };
  await other.client.act('declineReferral', { ...(await send()), ...refused }, 'referral { id }');
  await referent.client.act(
    'cancelReferral',
    { ...(await send()), reason: `${insiderMark} found work` },
    'referral { id }',
  );
  const draft = rightInput.draftReferral(beneficiary, other.partner, { purpose });
  referrals.push((await done(referent.client, 'draftReferral', draft)).id);
