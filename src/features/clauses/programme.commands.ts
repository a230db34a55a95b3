import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { Command } from '../../commands/command.js';
import { tidy } from '../../commands/input-rules.js';
import { notFound, type Refusal, refusal } from '../../commands/refusal.js';
import { Partner } from '../partners/index.js';
import { Company } from './company.js';
import { Lot } from './lot.js';
import { Procurement } from './procurement.js';
import type {
  AddCompanyInput,
  AddLotInput,
  AddProcurementInput,
  OpenClauseProgrammeInput,
} from './programme.inputs.js';
import { ClauseProgramme } from './programme.js';
import { siretOf } from './siret.js';
import { watch } from './watch.js';

/** Opens a programme that the viewer's partner runs. For its facilitators. */
export async function openProgramme(command: Command, input: OpenClauseProgrammeInput): Promise<string> {
  const { em, viewer } = command;
  if (viewer.role !== 'CLAUSE_FACILITATOR') throw notFound('');
  inOrder(input.since, input.until, 'until');
  const programme = em.create(ClauseProgramme, {
    name: tidy(input.name),
    partner: em.getReference(Partner, viewer.partnerId),
    since: input.since,
    until: input.until ?? null,
  });
  return programme.id;
}

/** Adds a procurement to a programme. For the facilitators of its partner. */
export async function addProcurement(command: Command, input: AddProcurementInput): Promise<string> {
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
}

/** Adds a lot to a procurement. For the facilitators of its programme's partner. */
export async function addLot(command: Command, input: AddLotInput): Promise<string> {
  const { em } = command;
  const procurement = await command.find(Procurement, input.procurement, 'procurement');
  await em.populate(procurement, ['programme']);
  if (!runs(command, procurement.programme)) throw notFound('procurement');
  const { number, hoursCommitted, startsOn, endsOn } = input;
  between(number, 9_999, 'number');
  between(hoursCommitted, 10_000_000, 'hoursCommitted');
  inOrder(startsOn, endsOn, 'endsOn');
  const company = await command.find(Company, input.company, 'company');
  const name = tidy(input.name);
  const lot = em.create(Lot, { procurement, number, name, company, hoursCommitted, startsOn, endsOn });
  const taken = refusal('INVALID', 'number', {
    fr: 'Ce marché a déjà un lot de ce numéro.',
    en: 'The procurement has a lot of this number already.',
  });
  await flush(command, taken);
  await watch(command, [lot.id]);
  return lot.id;
}

/** Adds a company. For the facilitators of any partner. */
export async function addCompany(command: Command, input: AddCompanyInput): Promise<string> {
  if (command.viewer.role !== 'CLAUSE_FACILITATOR') throw notFound('');
  const siret = input.siret == null ? null : siretOf(input.siret, 'siret');
  const company = command.em.create(Company, { name: tidy(input.name), siret, sector: tidy(input.sector) });
  const taken = refusal('INVALID', 'siret', {
    fr: 'Une autre entreprise porte ce SIRET.',
    en: 'Another company has this SIRET.',
  });
  await flush(command, taken);
  return company.id;
}

/** Whether the viewer is a facilitator of the partner that runs the programme. */
function runs({ viewer }: Command, programme: ClauseProgramme): boolean {
  return viewer.role === 'CLAUSE_FACILITATOR' && programme.partner.id === viewer.partnerId;
}

/** @throws Refusal `taken` when what must come once is there already */
async function flush({ em }: Command, taken: Refusal): Promise<void> {
  try {
    await em.flush();
  } catch (error) {
    throw error instanceof UniqueConstraintViolationException ? taken : error;
  }
}

function between(value: number, most: number, field: string): void {
  if (value >= 1 && value <= most) return;
  throw refusal('INVALID', field, { fr: `Un nombre de 1 à ${most}.`, en: `A number from 1 to ${most}.` });
}

/** @throws Refusal INVALID when the last day comes before the first */
export function inOrder(first: string, last: string | null | undefined, field: string): void {
  if (last == null || first <= last) return;
  throw refusal('INVALID', field, {
    fr: 'Le dernier jour précède le premier.',
    en: 'The last day comes before the first.',
  });
}
