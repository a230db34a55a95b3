import { Field, ID, InputType } from 'type-graphql';
import { monthOf } from '../../calendar.js';
import { type Command } from '../../commands/command.js';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { Id, Line, PastDay, tidy } from '../../commands/input-rules.js';
import { notFound, refusal } from '../../commands/refusal.js';
import { DateScalar } from '../../graphql/scalars.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { Member, Partner } from '../partners/index.js';
import { Pathway } from '../pathways/index.js';
import { Referral } from '../referrals/index.js';
import { Company } from './company.js';
import { ClauseContract, ClauseModality } from './contract.js';
import { EligibilityCriterion, EligibilityEvidence } from './evidence.js';
import { HoursEntry } from './hours-entry.js';
import { Lot } from './lot.js';
import { inOrder } from './programme.commands.js';
import { hold, watch } from './watch.js';

@InputType({ description: 'A person’s contract under the insertion clause.' })
export class OpenClauseContractInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The person who is employed.' })
  beneficiary!: string;

  @Id()
  @Field(() => ID, { description: 'The lot whose hours it makes up.' })
  lot!: string;

  @Id()
  @Field(() => ID, { description: 'The employer: for a direct hire, and only then, the company of the lot.' })
  company!: string;

  @Field(() => ClauseModality, { description: 'How the company does these hours.' })
  modality!: ClauseModality;

  @Id()
  @Field(() => ID, { nullable: true, description: 'The person’s pathway that led to it.' })
  pathway?: string | null;

  @Id()
  @Field(() => ID, { nullable: true, description: 'The referral of the person that led to it.' })
  referral?: string | null;

  @Field(() => DateScalar, { description: 'First day, within the lot’s days.' })
  startsOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, if it is known.' })
  endsOn?: string | null;
}

export const openClauseContract = defineCommand({
  name: 'openClauseContract',
  description: 'Records a person’s contract under the clause. Needs a sharing of scope PATHWAY.',
  input: OpenClauseContractInput,
  payload: { contract: () => ClauseContract },
  async run(command, input) {
    const { em, viewer, now } = command;
    const beneficiary = await command.find(Beneficiary, input.beneficiary, 'beneficiary');
    await command.needScope(beneficiary.id, 'PATHWAY', 'beneficiary', {
      fr: 'Aucun accord en vigueur ne couvre les parcours de cette personne.',
      en: 'No agreement in force covers this person’s pathways.',
    });
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
  },
});

@InputType({ description: 'When a contract ends.' })
export class EndClauseContractInput {
  @Id()
  @Field(() => ID, { description: 'The contract.' })
  contract!: string;

  @Field(() => DateScalar, {
    description: 'Last day: not before the first, and not before a month with hours.',
  })
  endsOn!: string;
}

export const endClauseContract = defineCommand({
  name: 'endClauseContract',
  description:
    'Says when a contract ends, or corrects it. For the partner that recorded it and the programme’s facilitators.',
  input: EndClauseContractInput,
  payload: { contract: () => ClauseContract },
  async run(command, input) {
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
  },
});

@InputType({ description: 'What shows that the holder of a contract is eligible.' })
export class AddEligibilityEvidenceInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The contract.' })
  contract!: string;

  @Field(() => EligibilityCriterion, { description: 'What the person is eligible by.' })
  criterion!: EligibilityCriterion;

  @Line(200)
  @Field(() => String, { description: 'Which document was seen, at most 200 characters.' })
  document!: string;

  @PastDay()
  @Field(() => DateScalar, { description: 'The day it was seen.' })
  checkedOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Until when it holds, if not for good.' })
  validUntil?: string | null;
}

export const addEligibilityEvidence = defineCommand({
  name: 'addEligibilityEvidence',
  description:
    'Records which document shows that the holder is eligible. For the partner that recorded the contract and the programme’s facilitators.',
  input: AddEligibilityEvidenceInput,
  payload: { evidence: () => EligibilityEvidence },
  async run(command, input) {
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
  },
});

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
