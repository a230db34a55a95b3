import { Field, ID, InputType } from 'type-graphql';
import { monthOf, today } from '../../calendar.js';
import { hasValues } from '../../commands/acts-on.js';
import { type Command } from '../../commands/command.js';
import { CreatingInput } from '../../commands/creating-input.js';
import { defineCommand } from '../../commands/define-command.js';
import { Id, Line, tidy } from '../../commands/input-rules.js';
import { notFound, type Reason, Refusal, refusal } from '../../commands/refusal.js';
import type { Row } from '../../graphql/read/row.js';
import { raw, sql } from '../../graphql/read/sql.js';
import { Member } from '../partners/index.js';
import { findChangeableContract, isChangeable } from './contract.commands.js';
import { ClauseContract } from './contract.js';
import { HoursRow } from './hours.inputs.js';
import { HoursEntry, type HoursStatus } from './hours-entry.js';
import { Months, monthRefusal } from './month.js';
import { facilitates } from './rights.js';
import { lockLots, updateShortfalls } from './shortfall-check.js';

const maxRows = 200;

@InputType({ description: 'Hours to declare. Either all rows are declared or none.' })
export class DeclareHoursInput extends CreatingInput {
  @Field(() => [HoursRow], { description: 'The hours, 1 to 200 rows.' })
  rows!: HoursRow[];
}

export const declareHours = defineCommand({
  name: 'declareHours',
  description:
    'Declares hours: either all rows or none. A refusal names the row. For the partner that recorded the contract and the programme’s facilitators.',
  input: DeclareHoursInput,
  payload: { entries: () => [HoursEntry] },
  on: { field: 'rows', type: () => ClauseContract, when: isChangeable },
  async run(command, { rows }) {
    const { em, viewer, now } = command;
    checkCount(rows, 'rows');
    const contracts: ClauseContract[] = [];
    for (const [index, row] of rows.entries()) {
      contracts.push(await findChangeableContract(command, row.contract, `rows.${index}.contract`));
    }
    const lots = contracts.map((it) => it.lot.id);
    await lockLots(command, lots);
    // Another command may have ended a contract while this command waited for the lock.
    await em.find(ClauseContract, { id: contracts.map((it) => it.id) }, { populate: ['lot'], refresh: true });
    const months = new Months(
      await em.find(HoursEntry, { contract: contracts, status: { $ne: 'REJECTED' } }),
    );
    const reasons: Reason[] = [];
    for (const [index, row] of rows.entries()) {
      const contract = contracts[index] as ClauseContract;
      const reason = monthRefusal(contract, row.month, today(now)) ?? months.take(contract, row);
      if (reason)
        reasons.push({ ...reason, code: 'INVALID', path: ['input', 'rows', `${index}`, ...reason.path] });
    }
    if (reasons.length > 0) throw new Refusal(reasons);
    return rows.map(({ month, kind, hours }, index) => {
      const entry = em.create(HoursEntry, {
        contract: contracts[index] as ClauseContract,
        month: monthOf(month),
        kind,
        hours,
        status: 'DECLARED',
        declaredAt: now,
        declaredBy: em.getReference(Member, viewer.memberId),
      });
      return entry.id;
    });
  },
});

@InputType({ description: 'Declared hours to validate.' })
export class ValidateHoursInput {
  @Field(() => [ID], { description: 'The entries, 1 to 200. Either all entries are validated or none.' })
  entries!: string[];
}

const validatable: readonly HoursStatus[] = ['DECLARED'];
const rejectable: readonly HoursStatus[] = ['DECLARED', 'VALIDATED'];

/** SQL condition: the entry is in one of these states, and the viewer is a facilitator. */
const isToDecide = (from: readonly HoursStatus[]) => (entry: Row) =>
  sql`${raw(facilitates)} and ${hasValues(entry, { status: from })}`;

export const validateHours = defineCommand({
  name: 'validateHours',
  description:
    'Validates declared hours, either all entries or none. Validated hours count. For the programme’s facilitators.',
  input: ValidateHoursInput,
  payload: { entries: () => [HoursEntry] },
  on: { field: 'entries', type: () => HoursEntry, when: isToDecide(validatable) },
  async run(command, { entries: ids }) {
    checkCount(ids, 'entries');
    const entries = new Map<HoursEntry, string>();
    for (const [index, id] of ids.entries()) {
      const field = `entries.${index}`;
      entries.set(await entryToDecide(command, id, field), field);
    }
    await decide(command, entries, validatable, 'VALIDATED');
    return [...entries.keys()].map((it) => it.id);
  },
});

@InputType({ description: 'Hours to reject.' })
export class RejectHoursInput {
  @Id()
  @Field(() => ID, { description: 'The entry. Its hours are declared, or were validated by mistake.' })
  entry!: string;

  @Line(500)
  @Field(() => String, { description: 'Why the hours are rejected, at most 500 characters.' })
  reason!: string;
}

export const rejectHours = defineCommand({
  name: 'rejectHours',
  description: 'Rejects declared or validated hours, with a reason. For the programme’s facilitators.',
  input: RejectHoursInput,
  payload: { entry: () => HoursEntry },
  roles: ['CLAUSE_FACILITATOR'],
  on: { field: 'entry', type: () => HoursEntry, when: isToDecide(rejectable) },
  async run(command, input) {
    const entry = await entryToDecide(command, input.entry, 'entry');
    await decide(command, new Map([[entry, 'entry']]), rejectable, 'REJECTED', tidy(input.reason));
    return entry.id;
  },
});

async function entryToDecide(command: Command, id: string, field: string): Promise<HoursEntry> {
  const entry = await command.find(HoursEntry, id, field);
  if (command.viewer.role !== 'CLAUSE_FACILITATOR') throw notFound(field);
  return entry;
}

/** @param entries each entry with the name of its input field */
async function decide(
  command: Command,
  entries: ReadonlyMap<HoursEntry, string>,
  from: readonly HoursStatus[],
  to: HoursStatus,
  reason: string | null = null,
): Promise<void> {
  const { em, viewer } = command;
  await em.populate([...entries.keys()], ['contract']);
  const lots = [...entries.keys()].map((it) => it.contract.lot.id);
  await lockLots(command, lots);
  for (const [entry, field] of entries) {
    // Another command may have decided while this command waited for the lock.
    await em.refresh(entry);
    if (!from.includes(entry.status)) {
      throw refusal('INVALID', field, {
        fr: 'Ces heures ont déjà été validées ou rejetées : rechargez la page.',
        en: 'These hours have already been validated or rejected: reload them.',
      });
    }
    entry.status = to;
    entry.decidedAt = command.now;
    entry.decidedBy = em.getReference(Member, viewer.memberId);
    entry.rejectReason = reason;
  }
  await updateShortfalls(command, lots);
}

function checkCount(list: readonly unknown[], field: string): void {
  if (list.length >= 1 && list.length <= maxRows) return;
  throw refusal('INVALID', field, {
    fr: `Indiquez de 1 à ${maxRows} éléments.`,
    en: `Give 1 to ${maxRows} items.`,
  });
}
