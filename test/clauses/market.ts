import type { Client, Data } from '../kit/client.js';
import { runCommand, validInput } from '../kit/commands.js';
import type { SharedHub } from '../kit/hub.js';
import type { SeededPartner } from '../kit/town.js';

type Changes = Readonly<Record<string, unknown>>;

/** A programme with a procurement and a company, run by a partner with a signed-in facilitator. */
export interface Market {
  readonly partner: SeededPartner;
  readonly facilitator: Client;
  readonly programme: string;
  readonly procurement: string;
  readonly company: string;
  /** Adds a lot with the next number and returns its id. */
  lot(changes?: Changes): Promise<string>;
}

export async function market(hub: SharedHub): Promise<Market> {
  const partner = await hub.town.partner(undefined, 'TOWN');
  const { client: facilitator } = await hub.town.signedInMember(partner, 'CLAUSE_FACILITATOR');
  const { id: programme } = await runCommand(
    facilitator,
    'openClauseProgramme',
    validInput.openClauseProgramme(),
  );
  const { id: procurement } = await runCommand(
    facilitator,
    'addProcurement',
    validInput.addProcurement(programme),
  );
  const { id: company } = await runCommand(facilitator, 'addCompany', validInput.addCompany());
  let number = 0;
  const lot = async (changes: Changes = {}) => {
    number += 1;
    const input = validInput.addLot(procurement, company, { number, ...changes });
    return (await runCommand(facilitator, 'addLot', input)).id;
  };
  return { partner, facilitator, programme, procurement, company, lot };
}

/** A day of the month `months` months from now (in the past when negative), in the town's time zone. */
export function monthDay(months: number, day = 1): string {
  const [year = 0, month = 0] = new Date()
    .toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' })
    .split('-')
    .map(Number);
  return new Date(Date.UTC(year, month - 1 + months, day)).toISOString().slice(0, 10);
}

/** Declares hours of work by month and validates them. */
export async function worked(
  facilitator: Client,
  contract: string,
  hours: Readonly<Record<number, number>>,
): Promise<string[]> {
  const rows = Object.entries(hours).map(([month, count]) => ({
    contract,
    month: monthDay(Number(month)),
    kind: 'WORK',
    hours: count,
  }));
  const declared: Data[] = await runCommand(facilitator, 'declareHours', validInput.declareHours(...rows));
  const entries = declared.map(({ id }) => id as string);
  await runCommand(facilitator, 'validateHours', { entries });
  return entries;
}
