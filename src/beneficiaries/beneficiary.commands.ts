import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { covers } from '../access/scope.js';
import type { Act } from '../acts/act.js';
import { notFound, refusal } from '../acts/refusal.js';
import { tidy } from '../acts/rules.js';
import { Member, Partner } from '../partners/index.js';
import { endOfAgreement } from './agreement.js';
import type {
  RecordSharingAgreementInput,
  RegisterBeneficiaryInput,
  WithdrawSharingInput,
} from './beneficiary.inputs.js';
import { Beneficiary } from './beneficiary.js';
import { callNameOf, fingerprint, sortNameOf } from './identity.js';
import { Sharing } from './sharing.js';

const oldest = 120;

/**
 * Registers a person; the viewer's partner answers for the file from then on.
 * @throws Refusal ALREADY_KNOWN, with the file if the viewer's partner may see it; NOT_FOUND for a role
 * that does not work with persons
 */
export async function register(act: Act, input: RegisterBeneficiaryInput, secret: string): Promise<string> {
  const { em, viewer, now } = act;
  if (Number(input.birthDate.slice(0, 4)) < now.getUTCFullYear() - oldest) {
    throw refusal('INVALID', 'birthDate', {
      fr: `Cette date de naissance remonte à plus de ${oldest} ans.`,
      en: `This date of birth is more than ${oldest} years ago.`,
    });
  }
  const names = {
    firstName: tidy(input.firstName),
    lastName: tidy(input.lastName),
    birthDate: input.birthDate,
  };
  const print = fingerprint(secret, names);
  // One at a time for each person: whoever comes second finds the first one's file, if it is for them.
  const [{ mayRegister }] = (await em.execute(
    'select access.reads_files() as "mayRegister", pg_advisory_xact_lock(hashtextextended(?, 0))::text',
    [print],
  )) as [{ mayRegister: boolean }];
  if (!mayRegister) throw notFound('');
  const seen = (await em.findOne(Beneficiary, { fingerprint: print })) ?? (await keptInstead(act, print));
  if (seen) {
    throw refusal(
      'ALREADY_KNOWN',
      '',
      {
        fr: 'Cette personne est déjà suivie : voici son dossier.',
        en: 'This person is already known: here is the file.',
      },
      seen.id,
    );
  }
  const person = em.create(Beneficiary, {
    ...names,
    district: input.district,
    informedOn: input.informedOn,
    referent: em.getReference(Partner, viewer.partnerId),
    fingerprint: print,
    sortName: sortNameOf(names),
    callName: callNameOf(names),
    createdAt: now,
    createdBy: em.getReference(Member, viewer.memberId),
  });
  try {
    await em.flush();
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    throw refusal('ALREADY_KNOWN', '', {
      fr: 'Un autre partenaire connaît déjà cette personne.',
      en: 'Another partner already knows this person.',
    });
  }
  em.create(Sharing, {
    beneficiary: person,
    partner: person.referent,
    scope: 'FOLLOW_UP',
    basis: 'REFERENT',
    since: now,
    grantedBy: person.referent,
    recordedBy: person.createdBy,
  });
  act.tell({ topic: 'BENEFICIARY', kind: 'REGISTERED', subject: person.id, to: [viewer.partnerId] });
  return person.id;
}

/** The person to whom the one with this fingerprint was merged, if the viewer's partner may see them. */
async function keptInstead({ em }: Act, print: string): Promise<{ id: string } | undefined> {
  const [{ id }] = (await em.execute('select access.kept(?) as id', [print])) as [{ id: string | null }];
  return id ? { id } : undefined;
}

/** Records that a person agreed to share the file with a partner, as far as the viewer's own access goes. */
export async function recordAgreement(act: Act, input: RecordSharingAgreementInput): Promise<string> {
  const { em, viewer, now } = act;
  const person = await act.find(Beneficiary, input.beneficiary, 'beneficiary');
  const partner = await act.find(Partner, input.partner, 'partner');
  if (partner.id === viewer.partnerId) {
    throw refusal('INVALID', 'partner', {
      fr: 'Un partenaire ne peut pas se donner accès à lui-même.',
      en: 'A partner cannot give itself access.',
    });
  }
  const own = await act.scopeOf(person.id);
  if (!own || !covers(own, input.scope)) {
    throw refusal('AGREEMENT_REQUIRED', 'scope', {
      fr: 'Votre propre accès ne va pas aussi loin.',
      en: 'Your own access does not reach that far.',
    });
  }
  const sharing = em.create(Sharing, {
    beneficiary: person,
    partner,
    scope: input.scope,
    basis: 'AGREEMENT',
    since: now,
    until: endOfAgreement(input.agreedOn, now, input.until),
    agreedOn: input.agreedOn,
    method: input.method,
    grantedBy: em.getReference(Partner, viewer.partnerId),
    recordedBy: em.getReference(Member, viewer.memberId),
  });
  act.tell({ topic: 'SHARING', kind: 'RECORDED', subject: sharing.id, to: [viewer.partnerId, partner.id] });
  return sharing.id;
}

/** What other features do when a sharing that belongs to a referral is withdrawn, before it ends. */
export const whenReferralSharingWithdrawn: ((act: Act, referralId: string) => Promise<void>)[] = [];

/**
 * Ends a sharing at once, for the person who withdraws. One of a referral ends with everything that the
 * referral gave, also what followed it at acceptance. What is over stays as it is.
 */
export async function withdraw(act: Act, input: WithdrawSharingInput): Promise<string> {
  const { em, viewer } = act;
  const { referralId } = await act.find(Sharing, input.sharing, 'sharing');
  if (referralId) {
    // The referral first, as the acts on it do: two that lock in turn would wait for each other.
    for (const follow of whenReferralSharingWithdrawn) await follow(act, referralId);
  }
  const sharing = await act.find(Sharing, input.sharing, 'sharing', true);
  if (sharing.basis === 'REFERENT') {
    throw refusal('INVALID', 'sharing', {
      fr: 'Le partenaire référent répond du dossier : son accès ne se retire pas ainsi.',
      en: 'The referent partner answers for the file: its access is not withdrawn this way.',
    });
  }
  const withdrawn = referralId ? await em.find(Sharing, { referralId }) : [sharing];
  for (const it of withdrawn.filter(({ endedAt }) => !endedAt)) {
    it.endedAt = act.now;
    it.endReason = input.reason ? tidy(input.reason) : null;
    it.endedBy = em.getReference(Member, viewer.memberId);
    act.tell({
      topic: 'SHARING',
      kind: 'WITHDRAWN',
      subject: it.id,
      to: [viewer.partnerId, it.partner.id, it.grantedBy.id],
    });
  }
  return sharing.id;
}
