import { Field, ID, InputType, Int } from 'type-graphql';
import { inRole, myself } from '../../access/policies.js';
import { inState } from '../../commands/acts-on.js';
import { type Command } from '../../commands/command.js';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { Id, PastDay } from '../../commands/input-rules.js';
import { refusal } from '../../commands/refusal.js';
import type { Row } from '../../graphql/read/row.js';
import { raw, sql } from '../../graphql/read/sql.js';
import { DateScalar } from '../../graphql/scalars.js';
import { ClauseContract } from '../clauses/index.js';
import { Member } from '../partners/index.js';
import { notClosed, Pathway } from '../pathways/index.js';
import { Outcome } from './outcome.js';
import { OutcomeEvidence, OutcomeSituation, withEnd } from './situation.js';

/** The longest duration of a fixed-term or agency contract, in months. */
const longestContract = 60;

/** The shortest time between an outcome and its follow-up. */
const followUpAfter = '5 months';

@InputType({ description: 'An outcome to record.' })
export class RecordOutcomeInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The pathway: a pathway with the viewer’s partner that is not closed.' })
  pathway!: string;

  @PastDay()
  @Field(() => DateScalar, {
    description: 'First day of the new situation; not before the first day of the pathway.',
  })
  occurredOn!: string;

  @Field(() => OutcomeSituation, { description: 'The person’s new situation.' })
  situation!: OutcomeSituation;

  @Field(() => Int, {
    nullable: true,
    description:
      'Duration of the contract in months, 1 to 60. Required for CDD and INTERIM, refused for other situations.',
  })
  contractMonths?: number | null;

  @Field(() => OutcomeEvidence, { description: 'Evidence of the outcome.' })
  evidence!: OutcomeEvidence;

  @Id()
  @Field(() => ID, {
    nullable: true,
    description:
      'The contract under the insertion clause that led to the outcome. It must be a contract of the same person.',
  })
  clauseContract?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'True to keep the pathway open; otherwise it is closed with `occurredOn` as its last day.',
  })
  keepOpen?: boolean | null;
}

export const recordOutcome = defineCommand({
  name: 'recordOutcome',
  description:
    'Records an outcome of a pathway, and closes the pathway unless `keepOpen` is true. For the pathway’s partner, with a sharing of scope PATHWAY.',
  input: RecordOutcomeInput,
  payload: { outcome: () => Outcome },
  on: { field: 'pathway', type: () => Pathway, changes: true, state: notClosed },
  async run(command, input) {
    const { em, viewer } = command;
    // Only the pathway's partner may update it, so the lock finds no pathway of another partner.
    const pathway = await command.find(Pathway, input.pathway, 'pathway', true);
    notClosed.check(pathway);
    if (input.occurredOn < pathway.startedOn) {
      throw refusal('INVALID', 'occurredOn', {
        fr: 'Cette date précède le début du parcours : indiquez une date plus tardive.',
        en: 'This date is before the first day of the pathway. Enter a later date.',
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
    emitOutcome(command, outcome, 'RECORDED');
    if (!input.keepOpen) {
      pathway.status = 'CLOSED';
      pathway.closedOn = input.occurredOn;
      command.emit({ topic: 'PATHWAY', kind: 'CLOSED', subject: pathway.id, to: [viewer.partnerId] });
    }
    return outcome.id;
  },
});

@InputType({ description: 'An outcome to verify.' })
export class VerifyOutcomeInput {
  @Id()
  @Field(() => ID, { description: 'The outcome.' })
  outcome!: string;
}

const notVerified = inState<Outcome>(
  'outcome',
  { verifiedAt: null },
  {
    fr: 'Cette sortie est déjà vérifiée.',
    en: 'This outcome is already verified.',
  },
);

/** SQL condition: another member recorded the outcome, or the viewer is an administrator. */
const isForViewerToVerify = (outcome: Row) =>
  sql`(${outcome.column('recordedBy')} <> ${raw(myself)} or ${raw(inRole('PARTNER_ADMINISTRATOR'))})`;

export const verifyOutcome = defineCommand({
  name: 'verifyOutcome',
  description:
    'Verifies an outcome of the viewer’s partner. For a member other than the one who recorded it, or for an administrator.',
  input: VerifyOutcomeInput,
  payload: { outcome: () => Outcome },
  on: { field: 'outcome', type: () => Outcome, changes: true, state: notVerified, when: isForViewerToVerify },
  async run(command, input) {
    const { em, viewer } = command;
    const outcome = await command.find(Outcome, input.outcome, 'outcome', true);
    notVerified.check(outcome);
    if (outcome.recordedBy.id === viewer.memberId && viewer.role !== 'PARTNER_ADMINISTRATOR') {
      throw refusal('INVALID', 'outcome', {
        fr: 'Vous avez saisi cette sortie : demandez à un ou une collègue de la vérifier.',
        en: 'You recorded this outcome. Ask a colleague to verify it.',
      });
    }
    outcome.verifiedBy = em.getReference(Member, viewer.memberId);
    outcome.verifiedAt = command.now;
    emitOutcome(command, outcome, 'VERIFIED');
    return outcome.id;
  },
});

@InputType({ description: 'A person’s situation about six months after an outcome.' })
export class RecordFollowUpInput {
  @Id()
  @Field(() => ID, { description: 'The outcome.' })
  outcome!: string;

  @Field(() => OutcomeSituation, { description: 'The person’s situation.' })
  situation!: OutcomeSituation;

  @PastDay()
  @Field(() => DateScalar, {
    description: 'Day of the follow-up, at least five months after the outcome.',
  })
  followedUpOn!: string;
}

const notFollowedUp = inState<Outcome>(
  'outcome',
  { followedUpOn: null },
  {
    fr: 'Le suivi de cette sortie est déjà saisi.',
    en: 'The follow-up of this outcome is already recorded.',
  },
);

export const recordFollowUp = defineCommand({
  name: 'recordFollowUp',
  description:
    'Records the person’s situation about six months after an outcome, once. For the outcome’s partner.',
  input: RecordFollowUpInput,
  payload: { outcome: () => Outcome },
  on: { field: 'outcome', type: () => Outcome, changes: true, state: notFollowedUp },
  async run(command, input) {
    const outcome = await command.find(Outcome, input.outcome, 'outcome', true);
    notFollowedUp.check(outcome);
    const [{ early }] = (await command.em.execute(
      `select ?::date < ?::date + interval '${followUpAfter}' as early`,
      [input.followedUpOn, outcome.occurredOn],
    )) as [{ early: boolean }];
    if (early) {
      throw refusal('INVALID', 'followedUpOn', {
        fr: 'Le suivi se fait au moins cinq mois après la sortie : indiquez une date plus tardive.',
        en: 'The follow-up must be at least five months after the outcome. Enter a later date.',
      });
    }
    outcome.situationAt6Months = input.situation;
    outcome.followedUpOn = input.followedUpOn;
    emitOutcome(command, outcome, 'FOLLOWED_UP');
    return outcome.id;
  },
});

/** Fixed-term and agency contracts require a duration, which decides their exit class; other situations have none. */
function checkMonths({ situation, contractMonths }: RecordOutcomeInput): void {
  if (!withEnd.includes(situation)) {
    if (contractMonths == null) return;
    throw refusal('INVALID', 'contractMonths', {
      fr: 'Seuls un CDD et une mission d’intérim ont une durée : laissez ce champ vide.',
      en: 'Only a fixed-term contract and temporary agency work have a duration. Leave this field empty.',
    });
  }
  if (contractMonths == null || contractMonths < 1 || contractMonths > longestContract) {
    throw refusal('INVALID', 'contractMonths', {
      fr: `Indiquez la durée du contrat, de 1 à ${longestContract} mois.`,
      en: `Enter the duration of the contract, 1 to ${longestContract} months.`,
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
    fr: 'Ce contrat est celui d’une autre personne : choisissez un contrat de cette personne.',
    en: 'This contract belongs to another person. Choose a contract of this person.',
  });
}

function emitOutcome(command: Command, outcome: Outcome, kind: string): void {
  command.emit({ topic: 'OUTCOME', kind, subject: outcome.id, to: [command.viewer.partnerId] });
}
