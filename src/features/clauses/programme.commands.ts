import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { Field, ID, InputType, Int } from 'type-graphql';
import { me } from '../../access/policies.js';
import { type Command } from '../../commands/command.js';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { Id, Line, tidy } from '../../commands/input-rules.js';
import { notFound, type Refusal, refusal } from '../../commands/refusal.js';
import type { Row } from '../../graphql/read/row.js';
import { raw, sql } from '../../graphql/read/sql.js';
import { DateScalar } from '../../graphql/scalars.js';
import { Partner } from '../partners/index.js';
import { Company } from './company.js';
import { Lot } from './lot.js';
import { Procurement } from './procurement.js';
import { ClauseProgramme } from './programme.js';
import { updateShortfalls } from './shortfall-check.js';
import { siretOf } from './siret.js';

@InputType({ description: 'A programme of insertion clauses, run by the viewer’s partner.' })
export class OpenClauseProgrammeInput extends CreatingInput {
  @Line(200)
  @Field(() => String, { description: 'The programme’s usual name, at most 200 characters.' })
  name!: string;

  @Field(() => DateScalar, { description: 'The first day.' })
  since!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The last day, not before the first day.' })
  until?: string | null;
}

export const openClauseProgramme = defineCommand({
  name: 'openClauseProgramme',
  description: 'Opens a programme of insertion clauses that the viewer’s partner runs. For facilitators.',
  input: OpenClauseProgrammeInput,
  payload: { programme: () => ClauseProgramme },
  roles: ['CLAUSE_FACILITATOR'],
  on: null,
  async run(command, input) {
    const { em, viewer } = command;
    checkDays(input.since, input.until, 'until');
    const programme = em.create(ClauseProgramme, {
      name: tidy(input.name),
      partner: em.getReference(Partner, viewer.partnerId),
      since: input.since,
      until: input.until ?? null,
    });
    return programme.id;
  },
});

@InputType({ description: 'A procurement with an insertion clause.' })
export class AddProcurementInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The programme that the procurement belongs to.' })
  programme!: string;

  @Line(100)
  @Field(() => String, { description: 'The buyer’s own reference, at most 100 characters.' })
  reference!: string;

  @Line(200)
  @Field(() => String, { description: 'What is bought, at most 200 characters.' })
  name!: string;

  @Line(200)
  @Field(() => String, { description: 'The buyer, at most 200 characters.' })
  buyer!: string;

  @Field(() => DateScalar, { description: 'The day on which the procurement was signed.' })
  signedOn!: string;
}

/** SQL condition: the viewer's partner runs the programme. */
const isOwn = (programme: Row) => sql`${programme.column('partner')} = ${raw(me)}`;

export const addProcurement = defineCommand({
  name: 'addProcurement',
  description: 'Adds a procurement to a programme. For the facilitators of the partner that runs it.',
  input: AddProcurementInput,
  payload: { procurement: () => Procurement },
  roles: ['CLAUSE_FACILITATOR'],
  on: { field: 'programme', type: () => ClauseProgramme, when: isOwn },
  async run(command, input) {
    const programme = await command.find(ClauseProgramme, input.programme, 'programme');
    if (!runs(command, programme)) throw notFound('programme');
    const procurement = command.em.create(Procurement, {
      programme,
      reference: tidy(input.reference),
      name: tidy(input.name),
      buyer: tidy(input.buyer),
      signedOn: input.signedOn,
    });
    return procurement.id;
  },
});

@InputType({ description: 'A lot of a procurement.' })
export class AddLotInput extends CreatingInput {
  @Id()
  @Field(() => ID, { description: 'The procurement that the lot is part of.' })
  procurement!: string;

  @Field(() => Int, {
    description: 'The lot’s number in the procurement, 1 to 9,999. It must be unique in the procurement.',
  })
  number!: number;

  @Line(200)
  @Field(() => String, { description: 'What the lot covers, at most 200 characters.' })
  name!: string;

  @Id()
  @Field(() => ID, { description: 'The company to which the lot is awarded.' })
  company!: string;

  @Field(() => Int, { description: 'The hours of work that the company committed to, 1 to 10,000,000.' })
  hoursCommitted!: number;

  @Field(() => DateScalar, { description: 'The first day.' })
  startsOn!: string;

  @Field(() => DateScalar, { description: 'The last day, not before the first day.' })
  endsOn!: string;
}

/** SQL condition: the viewer's partner runs the programme of the procurement. */
const isInOwnProgramme = (procurement: Row) => sql`exists (select from clause_programme g
  where g.id = ${procurement.column('programme')} and g.partner_id = ${raw(me)})`;

export const addLot = defineCommand({
  name: 'addLot',
  description: 'Adds a lot to a procurement. For the facilitators of the partner that runs the programme.',
  input: AddLotInput,
  payload: { lot: () => Lot },
  roles: ['CLAUSE_FACILITATOR'],
  on: { field: 'procurement', type: () => Procurement, when: isInOwnProgramme },
  async run(command, input) {
    const { em } = command;
    const procurement = await command.find(Procurement, input.procurement, 'procurement');
    await em.populate(procurement, ['programme']);
    if (!runs(command, procurement.programme)) throw notFound('procurement');
    const { number, hoursCommitted, startsOn, endsOn } = input;
    checkRange(number, 9_999, 'number');
    checkRange(hoursCommitted, 10_000_000, 'hoursCommitted');
    checkDays(startsOn, endsOn, 'endsOn');
    const company = await command.find(Company, input.company, 'company');
    const name = tidy(input.name);
    const lot = em.create(Lot, { procurement, number, name, company, hoursCommitted, startsOn, endsOn });
    const taken = refusal('INVALID', 'number', {
      fr: 'Ce marché a déjà un lot avec ce numéro : choisissez-en un autre.',
      en: 'The procurement already has a lot with this number: choose another number.',
    });
    await flush(command, taken);
    await updateShortfalls(command, [lot.id]);
    return lot.id;
  },
});

@InputType({ description: 'A company to which a lot is awarded, or which employs persons for a lot.' })
export class AddCompanyInput extends CreatingInput {
  @Line(200)
  @Field(() => String, { description: 'The company’s trade name, at most 200 characters.' })
  name!: string;

  @Line(100)
  @Field(() => String, {
    nullable: true,
    description: 'The 14 digits of the company’s SIRET. Refused when another company has the same SIRET.',
  })
  siret?: string | null;

  @Line(100)
  @Field(() => String, { description: 'The company’s sector, at most 100 characters.' })
  sector!: string;
}

export const addCompany = defineCommand({
  name: 'addCompany',
  description: 'Adds a company to the directory of companies. For facilitators.',
  input: AddCompanyInput,
  payload: { company: () => Company },
  roles: ['CLAUSE_FACILITATOR'],
  on: null,
  async run(command, input) {
    const siret = input.siret == null ? null : siretOf(input.siret, 'siret');
    const company = command.em.create(Company, { name: tidy(input.name), siret, sector: tidy(input.sector) });
    const taken = refusal('INVALID', 'siret', {
      fr: 'Une autre entreprise porte ce SIRET : utilisez-la, ou corrigez le numéro.',
      en: 'Another company has this SIRET: use that company, or correct the number.',
    });
    await flush(command, taken);
    return company.id;
  },
});

/** Whether the viewer is a facilitator of the partner that runs the programme. */
function runs({ viewer }: Command, programme: ClauseProgramme): boolean {
  return viewer.role === 'CLAUSE_FACILITATOR' && programme.partner.id === viewer.partnerId;
}

/** @throws Refusal `taken` when a unique value already exists */
async function flush({ em }: Command, taken: Refusal): Promise<void> {
  try {
    await em.flush();
  } catch (error) {
    throw error instanceof UniqueConstraintViolationException ? taken : error;
  }
}

function checkRange(value: number, most: number, field: string): void {
  if (value >= 1 && value <= most) return;
  throw refusal('INVALID', field, {
    fr: `Indiquez un nombre de 1 à ${most}.`,
    en: `Enter a number from 1 to ${most}.`,
  });
}

/** @throws Refusal INVALID when the last day is before the first day */
export function checkDays(first: string, last: string | null | undefined, field: string): void {
  if (last == null || first <= last) return;
  throw refusal('INVALID', field, {
    fr: 'Le dernier jour précède le premier : corrigez l’un des deux.',
    en: 'The last day is before the first day: correct one of them.',
  });
}
