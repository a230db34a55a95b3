import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { Field, ID, InputType } from 'type-graphql';
import { me } from '../../access/policies.js';
import { today } from '../../calendar.js';
import { inState } from '../../commands/acts-on.js';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { Id, Line, Paragraph, PastDay, tidy } from '../../commands/input-rules.js';
import { refusal } from '../../commands/refusal.js';
import { ConfirmWording, checkWording } from '../../commands/sensitive-text/index.js';
import type { Row } from '../../graphql/read/row.js';
import { raw, sql } from '../../graphql/read/sql.js';
import { DateScalar } from '../../graphql/scalars.js';
import { Beneficiary } from '../beneficiaries/index.js';
import { Member, Partner } from '../partners/index.js';
import { Pathway } from './pathway.js';
import { Step, StepKind, Visibility } from './step.js';

@InputType({ description: 'A pathway to open.' })
export class OpenPathwayInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The person.' })
  beneficiary!: string;

  @Paragraph(2000)
  @Field(() => String, { description: 'The person’s objective, at most 2,000 characters.' })
  objective!: string;

  @Field(() => DateScalar, { nullable: true, description: 'First day; today if left out.' })
  startedOn?: string | null;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

/** SQL condition: the viewer's partner has no open pathway of the person. */
const hasNoOpenPathway = (person: Row) => sql`not exists (select from pathway w
  where w.beneficiary_id = ${person.column('id')} and w.partner_id = ${raw(me)} and w.status <> 'CLOSED')`;

export const openPathway = defineCommand({
  name: 'openPathway',
  description: 'Opens a pathway of a person with the viewer’s partner. Requires a sharing of scope PATHWAY.',
  input: OpenPathwayInput,
  payload: { pathway: () => Pathway },
  on: { field: 'beneficiary', type: () => Beneficiary, scope: 'PATHWAY', when: hasNoOpenPathway },
  async run(command, input) {
    const { em, viewer, now } = command;
    const beneficiary = await command.find(Beneficiary, input.beneficiary, 'beneficiary');
    await command.needScope(beneficiary.id, 'PATHWAY', 'beneficiary', {
      fr: 'Aucun accord en vigueur ne couvre les parcours de cette personne : enregistrez d’abord son accord.',
      en: 'No agreement in force covers this person’s pathways. Record the person’s agreement first.',
    });
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
        fr: 'Un parcours de cette personne est déjà ouvert chez vous : utilisez-le, ou clôturez-le d’abord.',
        en: 'This person already has an open pathway with your partner. Use it, or close it first.',
      });
    }
    command.emit({ topic: 'PATHWAY', kind: 'OPENED', subject: pathway.id, to: [viewer.partnerId] });
    return pathway.id;
  },
});

@InputType({ description: 'A step to add to a pathway.' })
export class AddStepInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The pathway.' })
  pathway!: string;

  @Field(() => StepKind, { description: 'Kind of step.' })
  kind!: StepKind;

  @Line(200)
  @Field(() => String, { description: 'What happened, at most 200 characters.' })
  title!: string;

  @PastDay()
  @Field(() => DateScalar, { description: 'Day of the step.' })
  occurredOn!: string;

  @Field(() => Visibility, { nullable: true, defaultValue: 'PARTNER', description: 'Who may see it.' })
  visibility?: Visibility | null;

  @ConfirmWording()
  confirmWording?: boolean | null;
}

/** The state of a pathway to which something can be added. */
export const notClosed = inState<Pathway>(
  'pathway',
  { status: { not: 'CLOSED' } },
  {
    fr: 'Ce parcours est clos : ouvrez-en un autre.',
    en: 'This pathway is closed. Open another one.',
  },
);

export const addStep = defineCommand({
  name: 'addStep',
  description: 'Adds a step to a pathway that the viewer sees.',
  input: AddStepInput,
  payload: { step: () => Step },
  on: { field: 'pathway', type: () => Pathway, state: notClosed },
  async run(command, input) {
    const { em, viewer } = command;
    const pathway = await command.find(Pathway, input.pathway, 'pathway');
    notClosed.check(pathway);
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
  },
});
