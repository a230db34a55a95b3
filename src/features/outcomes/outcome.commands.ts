import { Field, ID, InputType, Int } from 'type-graphql';
import { type Command } from '../../commands/command.js';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { Id, PastDay } from '../../commands/input-rules.js';
import { refusal } from '../../commands/refusal.js';
import { DateScalar } from '../../graphql/scalars.js';
import { ClauseContract } from '../clauses/index.js';
import { Member } from '../partners/index.js';
import { Pathway } from '../pathways/index.js';
import { Outcome } from './outcome.js';
import { OutcomeEvidence, OutcomeSituation, withEnd } from './situation.js';

/** How long a contract with an end may last, in months. */
const longestContract = 60;

/** How long after an outcome a follow-up says something. */
const followUpAfter = '5 months';

@InputType({ description: 'Where a pathway led.' })
export class RecordOutcomeInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The pathway: one of the viewer’s partner that is not closed.' })
  pathway!: string;

  @PastDay()
  @Field(() => DateScalar, { description: 'The day it began; not before the pathway.' })
  occurredOn!: string;

  @Field(() => OutcomeSituation, { description: 'Where the pathway led.' })
  situation!: OutcomeSituation;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many months the contract lasts, 1 to 60: needed for CDD and INTERIM, refused for all else.',
  })
  contractMonths?: number | null;

  @Field(() => OutcomeEvidence, { description: 'What it is known by.' })
  evidence!: OutcomeEvidence;

  @Id()
  @Field(() => ID, {
    nullable: true,
    description: 'The contract under the insertion clause that it came from: one of the same person.',
  })
  clauseContract?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether the pathway goes on; otherwise it is closed on that day.',
  })
  keepOpen?: boolean | null;
}

export const recordOutcome = defineCommand({
  name: 'recordOutcome',
  description:
    'Says where a pathway led, and closes it unless it is kept open. For the pathway’s partner, with a sharing of scope PATHWAY.',
  input: RecordOutcomeInput,
  payload: { outcome: () => Outcome },
  async run(command, input) {
    const { em, viewer } = command;
    // Only the pathway's partner may change it, so the lock finds no other's.
    const pathway = await command.find(Pathway, input.pathway, 'pathway', true);
    if (pathway.status === 'CLOSED') {
      throw refusal('INVALID', 'pathway', { fr: 'Ce parcours est clos.', en: 'This pathway is closed.' });
    }
    if (input.occurredOn < pathway.startedOn) {
      throw refusal('INVALID', 'occurredOn', {
        fr: 'Cette date précède le début du parcours.',
        en: 'This date is before the pathway began.',
      });
    }
    checkMonths(input);
    const clauseContract = await contractOf(command, input, pathway);
    const outcome = em.create(Outcome, {
      pathway,
      beneficiary: pathway.beneficiary,
      partner: pathway.partner,
      occurredOn: input.occurredOn,
      situation: input.situation,
      contractMonths: input.contractMonths ?? null,
      evidence: input.evidence,
      clauseContract,
      recordedBy: em.getReference(Member, viewer.memberId),
      recordedAt: command.now,
    });
    tell(command, outcome, 'RECORDED');
    if (!input.keepOpen) {
      pathway.status = 'CLOSED';
      pathway.closedOn = input.occurredOn;
      command.emit({ topic: 'PATHWAY', kind: 'CLOSED', subject: pathway.id, to: [viewer.partnerId] });
    }
    return outcome.id;
  },
});

@InputType({ description: 'An outcome to confirm.' })
export class VerifyOutcomeInput {
  @Id()
  @Field(() => ID, { description: 'The outcome.' })
  outcome!: string;
}

export const verifyOutcome = defineCommand({
  name: 'verifyOutcome',
  description:
    'Confirms an outcome of the viewer’s partner. For another member than who recorded it, or an administrator.',
  input: VerifyOutcomeInput,
  payload: { outcome: () => Outcome },
  async run(command, input) {
    const { em, viewer } = command;
    const outcome = await command.find(Outcome, input.outcome, 'outcome', true);
    if (outcome.verifiedAt) {
      throw refusal('INVALID', 'outcome', {
        fr: 'Cette sortie est déjà vérifiée.',
        en: 'This outcome is already verified.',
      });
    }
    if (outcome.recordedBy.id === viewer.memberId && viewer.role !== 'PARTNER_ADMINISTRATOR') {
      throw refusal('INVALID', 'outcome', {
        fr: 'Une autre personne que celle qui l’a saisie doit vérifier cette sortie.',
        en: 'Somebody else than who recorded this outcome must verify it.',
      });
    }
    outcome.verifiedBy = em.getReference(Member, viewer.memberId);
    outcome.verifiedAt = command.now;
    tell(command, outcome, 'VERIFIED');
    return outcome.id;
  },
});

@InputType({ description: 'Where a person stands some six months after an outcome.' })
export class RecordFollowUpInput {
  @Id()
  @Field(() => ID, { description: 'The outcome.' })
  outcome!: string;

  @Field(() => OutcomeSituation, { description: 'Where the person stands.' })
  situation!: OutcomeSituation;

  @PastDay()
  @Field(() => DateScalar, {
    description: 'The day of the follow-up, at least five months after the outcome.',
  })
  followedUpOn!: string;
}

export const recordFollowUp = defineCommand({
  name: 'recordFollowUp',
  description: 'Says once where the person stands some six months later. For the outcome’s partner.',
  input: RecordFollowUpInput,
  payload: { outcome: () => Outcome },
  async run(command, input) {
    const outcome = await command.find(Outcome, input.outcome, 'outcome', true);
    if (outcome.followedUpOn) {
      throw refusal('INVALID', 'outcome', {
        fr: 'Le suivi de cette sortie est déjà saisi.',
        en: 'This outcome was already followed up.',
      });
    }
    const [{ early }] = (await command.em.execute(
      `select ?::date < ?::date + interval '${followUpAfter}' as early`,
      [input.followedUpOn, outcome.occurredOn],
    )) as [{ early: boolean }];
    if (early) {
      throw refusal('INVALID', 'followedUpOn', {
        fr: 'Le suivi se fait au moins cinq mois après la sortie.',
        en: 'A follow-up comes at least five months after the outcome.',
      });
    }
    outcome.situationAt6Months = input.situation;
    outcome.followedUpOn = input.followedUpOn;
    tell(command, outcome, 'FOLLOWED_UP');
    return outcome.id;
  },
});

/** A contract with an end has a length, which decides its class; nothing else has one. */
function checkMonths({ situation, contractMonths }: RecordOutcomeInput): void {
  if (!withEnd.includes(situation)) {
    if (contractMonths == null) return;
    throw refusal('INVALID', 'contractMonths', {
      fr: 'Seuls un CDD et une mission d’intérim ont une durée.',
      en: 'Only a fixed-term contract and staffing-agency work have a length.',
    });
  }
  if (contractMonths == null || contractMonths < 1 || contractMonths > longestContract) {
    throw refusal('INVALID', 'contractMonths', {
      fr: `Indiquez la durée du contrat, de 1 à ${longestContract} mois.`,
      en: `Say how long the contract lasts, 1 to ${longestContract} months.`,
    });
  }
}

async function contractOf(
  command: Command,
  { clauseContract: id }: RecordOutcomeInput,
  { beneficiary }: Pathway,
): Promise<ClauseContract | null> {
  if (id == null) return null;
  const contract = await command.find(ClauseContract, id, 'clauseContract');
  if (contract.beneficiary.id === beneficiary.id) return contract;
  throw refusal('INVALID', 'clauseContract', {
    fr: 'Ce contrat est celui d’une autre personne.',
    en: 'This contract is another person’s.',
  });
}

function tell(command: Command, outcome: Outcome, kind: string): void {
  command.emit({ topic: 'OUTCOME', kind, subject: outcome.id, to: [command.viewer.partnerId] });
}
