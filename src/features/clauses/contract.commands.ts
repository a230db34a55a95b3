import { Field, ID, InputType } from 'type-graphql';
import { me } from '../../access/policies.js';
import { monthOf } from '../../calendar.js';
import { type Command } from '../../commands/command.js';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { Id, Line, PastDay, tidy } from '../../commands/input-rules.js';
import { notFound, refusal } from '../../commands/refusal.js';
import type { Row } from '../../graphql/read/row.js';
import { raw, sql } from '../../graphql/read/sql.js';
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
import { checkDays } from './programme.commands.js';
import { facilitates } from './rights.js';
import { lockLots, updateShortfalls } from './shortfall-check.js';

@InputType({ description: 'A person’s contract under the insertion clause.' })
export class OpenClauseContractInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The person who is employed.' })
  beneficiary!: string;

  @Id()
  @Field(() => ID, { description: 'The lot for which the hours count.' })
  lot!: string;

  @Id()
  @Field(() => ID, {
    description:
      'The employer. It must be the company of the lot for a direct hire, and another company otherwise.',
  })
  company!: string;

  @Field(() => ClauseModality, { description: 'How the company provides these hours.' })
  modality!: ClauseModality;

  @Id()
  @Field(() => ID, { nullable: true, description: 'The person’s pathway that led to the contract.' })
  pathway?: string | null;

  @Id()
  @Field(() => ID, { nullable: true, description: 'The person’s referral that led to the contract.' })
  referral?: string | null;

  @Field(() => DateScalar, { description: 'The first day, within the duration of the lot.' })
  startsOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The last day, if it is known.' })
  endsOn?: string | null;
}

export const openClauseContract = defineCommand({
  name: 'openClauseContract',
  description: 'Records a person’s contract under the clause. Needs a sharing of scope PATHWAY.',
  input: OpenClauseContractInput,
  payload: { contract: () => ClauseContract },
  on: { field: 'beneficiary', type: () => Beneficiary, scope: 'PATHWAY' },
  async run(command, input) {
    const { em, viewer, now } = command;
    const beneficiary = await command.find(Beneficiary, input.beneficiary, 'beneficiary');
    await command.needScope(beneficiary.id, 'PATHWAY', 'beneficiary', {
      fr: 'Aucun accord en vigueur ne couvre les parcours de cette personne : recueillez d’abord son accord.',
      en: 'No agreement in force covers this person’s pathways: obtain the person’s agreement first.',
    });
    const lot = await command.find(Lot, input.lot, 'lot');
    const company = await command.find(Company, input.company, 'company');
    const { modality, startsOn, endsOn = null } = input;
    if ((modality === 'DIRECT_HIRE') !== (company === lot.company)) {
      throw refusal('INVALID', 'company', {
        fr: 'Pour une embauche directe, choisissez l’entreprise du lot ; sinon, une autre entreprise.',
        en: 'Choose the company of the lot for a direct hire, and another company otherwise.',
      });
    }
    if (startsOn < lot.startsOn || startsOn > lot.endsOn) {
      throw refusal('INVALID', 'startsOn', {
        fr: 'Le contrat doit commencer pendant la durée du lot.',
        en: 'The contract must start within the duration of the lot.',
      });
    }
    checkDays(startsOn, endsOn, 'endsOn');
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
    await emitContractEvent(command, 'OPENED', contract);
    return contract.id;
  },
});

@InputType({ description: 'The last day of a contract.' })
export class EndClauseContractInput {
  @Id()
  @Field(() => ID, { description: 'The contract.' })
  contract!: string;

  @Field(() => DateScalar, {
    description:
      'The last day: not before the first day, and not before a month with hours that are not rejected.',
  })
  endsOn!: string;
}

/** SQL condition: the viewer may change the contract, as {@link findChangeableContract} checks. */
export const isChangeable = (contract: Row) =>
  sql`(${raw(facilitates)} or ${contract.column('partner')} = ${raw(me)})`;

export const endClauseContract = defineCommand({
  name: 'endClauseContract',
  description:
    'Records or corrects the last day of a contract. For the partner that recorded the contract and the programme’s facilitators.',
  input: EndClauseContractInput,
  payload: { contract: () => ClauseContract },
  on: { field: 'contract', type: () => ClauseContract, when: isChangeable },
  async run(command, input) {
    const { endsOn } = input;
    const contract = await findChangeableContract(command, input.contract, 'contract');
    await lockLots(command, [contract.lot.id]);
    checkDays(contract.startsOn, endsOn, 'endsOn');
    const after = { contract, status: { $ne: 'REJECTED' }, month: { $gt: monthOf(endsOn) } } as const;
    if ((await command.em.count(HoursEntry, after)) > 0) {
      throw refusal('INVALID', 'endsOn', {
        fr: 'Des heures sont déclarées pour un mois ultérieur : rejetez-les d’abord ou choisissez une date plus tardive.',
        en: 'Hours are declared for a later month: reject them first, or choose a later day.',
      });
    }
    contract.endsOn = endsOn;
    await emitContractEvent(command, 'ENDED', contract);
    await updateShortfalls(command, [contract.lot.id]);
    return contract.id;
  },
});

@InputType({ description: 'Evidence that the holder of a contract is eligible.' })
export class AddEligibilityEvidenceInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The contract.' })
  contract!: string;

  @Field(() => EligibilityCriterion, { description: 'The criterion by which the person is eligible.' })
  criterion!: EligibilityCriterion;

  @Line(200)
  @Field(() => String, { description: 'The document that was checked, at most 200 characters.' })
  document!: string;

  @PastDay()
  @Field(() => DateScalar, { description: 'The day on which the document was checked.' })
  checkedOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day on which the evidence is valid; left out when it does not expire.',
  })
  validUntil?: string | null;
}

export const addEligibilityEvidence = defineCommand({
  name: 'addEligibilityEvidence',
  description:
    'Records the document that shows the holder’s eligibility. For the partner that recorded the contract and the programme’s facilitators.',
  input: AddEligibilityEvidenceInput,
  payload: { evidence: () => EligibilityEvidence },
  on: { field: 'contract', type: () => ClauseContract, when: isChangeable },
  async run(command, input) {
    const { em, viewer } = command;
    const contract = await findChangeableContract(command, input.contract, 'contract');
    checkDays(input.checkedOn, input.validUntil, 'validUntil');
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
 * Finds a contract that the viewer may change: as a facilitator of its programme, or as a member of the partner that
 * recorded it.
 * @throws Refusal NOT_FOUND
 */
export async function findChangeableContract(
  command: Command,
  id: string,
  field: string,
): Promise<ClauseContract> {
  const contract = await command.find(ClauseContract, id, field);
  // A facilitator sees only the contracts of the programme, by row policy.
  const { role, partnerId } = command.viewer;
  if (role !== 'CLAUSE_FACILITATOR' && contract.partner.id !== partnerId) throw notFound(field);
  return contract;
}

/** Emits an event to the partner that recorded the contract; in the name of the hub if a facilitator changed it. */
async function emitContractEvent(command: Command, kind: string, contract: ClauseContract): Promise<void> {
  const event = { topic: 'CONTRACT', kind, subject: contract.id, to: [contract.partner.id] } as const;
  if (command.viewer.role !== 'CLAUSE_FACILITATOR') return command.emit(event);
  await command.asSystem(async () => command.emit({ ...event, byHub: true }));
}

function ofAnother(field: string) {
  return refusal('INVALID', field, {
    fr: 'Ce dossier concerne une autre personne : choisissez-en un de la personne employée.',
    en: 'This belongs to another person: choose one of the person who is employed.',
  });
}
