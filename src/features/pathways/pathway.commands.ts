import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { covers } from '../../access/scope.js';
import type { Command } from '../../commands/command.js';
import { tidy, today } from '../../commands/input-rules.js';
import { refusal } from '../../commands/refusal.js';
import { checkWording } from '../../commands/sensitive-text/index.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { Member, Partner } from '../partners/index.js';
import type { AddStepInput, OpenPathwayInput } from './pathway.inputs.js';
import { Pathway } from './pathway.js';
import { Step } from './step.js';

/** Opens the pathway of a person with the viewer's partner; there is one at a time. */
export async function open(command: Command, input: OpenPathwayInput): Promise<string> {
  const { em, viewer, now } = command;
  const beneficiary = await command.find(Beneficiary, input.beneficiary, 'beneficiary');
  const scope = await command.scopeOf(beneficiary.id);
  if (!scope || !covers(scope, 'PATHWAY')) {
    throw refusal('AGREEMENT_REQUIRED', 'beneficiary', {
      fr: 'Aucun accord en vigueur ne couvre les parcours de cette personne.',
      en: 'No agreement in force covers this person’s pathways.',
    });
  }
  checkWording('objective', input.objective, input.confirmWording);
  const pathway = em.create(Pathway, {
    beneficiary,
    partner: em.getReference(Partner, viewer.partnerId),
    objective: tidy(input.objective),
    status: 'OPEN',
    startedOn: input.startedOn ?? today(now),
    createdBy: em.getReference(Member, viewer.memberId),
  });
  try {
    await em.flush();
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    throw refusal('INVALID', 'beneficiary', {
      fr: 'Un parcours de cette personne est déjà ouvert chez vous.',
      en: 'A pathway of this person is already open with you.',
    });
  }
  command.emit({ topic: 'PATHWAY', kind: 'OPENED', subject: pathway.id, to: [viewer.partnerId] });
  return pathway.id;
}

/** Adds an event to a pathway that the viewer sees, in the viewer's name. */
export async function addStep(command: Command, input: AddStepInput): Promise<string> {
  const { em, viewer } = command;
  const pathway = await command.find(Pathway, input.pathway, 'pathway');
  if (pathway.status === 'CLOSED') {
    throw refusal('INVALID', 'pathway', { fr: 'Ce parcours est clos.', en: 'This pathway is closed.' });
  }
  const visibility = input.visibility ?? 'PARTNER';
  if (visibility === 'SHARED') checkWording('title', input.title, input.confirmWording);
  const step = em.create(Step, {
    pathway,
    beneficiary: pathway.beneficiary,
    partner: em.getReference(Partner, viewer.partnerId),
    author: em.getReference(Member, viewer.memberId),
    kind: input.kind,
    title: tidy(input.title),
    occurredOn: input.occurredOn,
    visibility,
  });
  const others = visibility === 'SHARED' ? [pathway.partner.id] : [];
  command.emit({ topic: 'STEP', kind: 'ADDED', subject: step.id, to: [viewer.partnerId, ...others] });
  return step.id;
}
