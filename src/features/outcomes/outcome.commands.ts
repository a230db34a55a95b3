import type { Command } from '../../commands/command.js';
import { refusal } from '../../commands/refusal.js';
import { ClauseContract } from '../clauses/index.js';
import { Member } from '../partners/index.js';
import { Pathway } from '../pathways/index.js';
import type { RecordFollowUpInput, RecordOutcomeInput, VerifyOutcomeInput } from './outcome.inputs.js';
import { Outcome } from './outcome.js';
import { withEnd } from './situation.js';

/** How long a contract with an end may last, in months. */
const longestContract = 60;

/** How long after an outcome a follow-up says something. */
const followUpAfter = '5 months';

/** Says where a pathway of the viewer's partner led, and closes it unless it goes on. */
export async function record(command: Command, input: RecordOutcomeInput): Promise<string> {
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
}

/** Confirms an outcome: a second look, or an administrator's. */
export async function verify(command: Command, input: VerifyOutcomeInput): Promise<string> {
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
}

/** Says where the person stands some months later. */
export async function followUp(command: Command, input: RecordFollowUpInput): Promise<string> {
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
}

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
