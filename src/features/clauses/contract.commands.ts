import { covers } from '../../access/scope.js';
import type { Command } from '../../commands/command.js';
import { tidy } from '../../commands/input-rules.js';
import { notFound, refusal } from '../../commands/refusal.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { Member, Partner } from '../partners/index.js';
import { Pathway } from '../pathways/index.js';
import { Referral } from '../referrals/index.js';
import { Company } from './company.js';
import type {
  AddEligibilityEvidenceInput,
  EndClauseContractInput,
  OpenClauseContractInput,
} from './contract.inputs.js';
import { ClauseContract } from './contract.js';
import { EligibilityEvidence } from './evidence.js';
import { HoursEntry } from './hours-entry.js';
import { Lot } from './lot.js';
import { monthOf } from './month.js';
import { inOrder } from './programme.commands.js';
import { hold, watch } from './watch.js';

/** Records a person's contract, which the viewer's partner accompanies. Needs a sharing of scope PATHWAY. */
export async function openContract(command: Command, input: OpenClauseContractInput): Promise<string> {
  const { em, viewer, now } = command;
  const beneficiary = await command.find(Beneficiary, input.beneficiary, 'beneficiary');
  const scope = await command.scopeOf(beneficiary.id);
  if (!scope || !covers(scope, 'PATHWAY')) {
    throw refusal('AGREEMENT_REQUIRED', 'beneficiary', {
      fr: 'Aucun accord en vigueur ne couvre les parcours de cette personne.',
      en: 'No agreement in force covers this person’s pathways.',
    });
  }
  const lot = await command.find(Lot, input.lot, 'lot');
  const company = await command.find(Company, input.company, 'company');
  const { modality, startsOn, endsOn = null } = input;
  if ((modality === 'DIRECT_HIRE') !== (company === lot.company)) {
    throw refusal('INVALID', 'company', {
      fr: 'L’entreprise du lot emploie directement, et elle seule.',
      en: 'The company of the lot hires directly, and no other does.',
    });
  }
  if (startsOn < lot.startsOn || startsOn > lot.endsOn) {
    throw refusal('INVALID', 'startsOn', {
      fr: 'Le contrat commence pendant le lot.',
      en: 'A contract starts while the lot lasts.',
    });
  }
  inOrder(startsOn, endsOn, 'endsOn');
  const pathway = input.pathway ? await command.find(Pathway, input.pathway, 'pathway') : null;
  if (pathway && pathway.beneficiary.id !== beneficiary.id) throw ofAnother('pathway');
  const referral = input.referral ? await command.find(Referral, input.referral, 'referral') : null;
  if (referral && referral.beneficiary.id !== beneficiary.id) throw ofAnother('referral');
  const contract = em.create(ClauseContract, {
    lot,
    company,
    beneficiary,
    partner: em.getReference(Partner, viewer.partnerId),
    pathway,
    referral,
    modality,
    startsOn,
    endsOn,
    createdBy: em.getReference(Member, viewer.memberId),
    createdAt: now,
  });
  return contract.id;
}

/** Says when a contract ends. For the partner that recorded it, and for the programme's facilitators. */
export async function endContract(command: Command, input: EndClauseContractInput): Promise<string> {
  const { endsOn } = input;
  const contract = await contractToKeep(command, input.contract, 'contract');
  await hold(command, [contract.lot.id]);
  inOrder(contract.startsOn, endsOn, 'endsOn');
  const after = { contract, status: { $ne: 'REJECTED' }, month: { $gt: monthOf(endsOn) } } as const;
  if ((await command.em.count(HoursEntry, after)) > 0) {
    throw refusal('INVALID', 'endsOn', {
      fr: 'Des heures sont déclarées pour un mois ultérieur.',
      en: 'Hours are declared for a later month.',
    });
  }
  contract.endsOn = endsOn;
  await watch(command, [contract.lot.id]);
  return contract.id;
}

/** Records which document shows that the holder is eligible. For those who declare the contract's hours. */
export async function addEvidence(command: Command, input: AddEligibilityEvidenceInput): Promise<string> {
  const { em, viewer } = command;
  const contract = await contractToKeep(command, input.contract, 'contract');
  inOrder(input.checkedOn, input.validUntil, 'validUntil');
  const evidence = em.create(EligibilityEvidence, {
    contract,
    criterion: input.criterion,
    document: tidy(input.document),
    checkedOn: input.checkedOn,
    checkedBy: em.getReference(Member, viewer.memberId),
    validUntil: input.validUntil ?? null,
  });
  return evidence.id;
}

/**
 * A contract that the viewer may add to: as a facilitator of its programme, or for the partner that recorded it.
 * @throws Refusal NOT_FOUND
 */
export async function contractToKeep(command: Command, id: string, field: string): Promise<ClauseContract> {
  const contract = await command.find(ClauseContract, id, field);
  // To a facilitator no other contracts are shown than those of the programme.
  const { role, partnerId } = command.viewer;
  if (role !== 'CLAUSE_FACILITATOR' && contract.partner.id !== partnerId) throw notFound(field);
  return contract;
}

function ofAnother(field: string) {
  return refusal('INVALID', field, {
    fr: 'Il s’agit d’une autre personne.',
    en: 'This is about another person.',
  });
}
