import {
  type Day,
  dateOf,
  dayOf,
  END,
  LAST_DAY,
  later,
  type Moment,
  midnight,
  timeOf,
  workday,
  workingTime,
  yearsBefore,
} from './calendar.js';
import type { AppointmentRow, EntryRow, FileRows } from './file-rows.js';
import { aims, barriers, notes, places, subjects } from './file-texts.js';
import type { TownPartner } from './partners.js';
import type { Pathway, Person } from './people.js';
import { Random } from './random.js';
import type { BeneficiaryRow } from './rows.js';

/** A person's file is generated if a pathway ended no longer ago than this. */
const RECENT = 60;

/** Number of days after the end of the records within which appointments are planned. */
const AHEAD = 30;

const YOUNG = 26;
const SENIOR = 50;

/**
 * Generates the case files, at the referents, of persons who are accompanied now or were until recently. The telephone
 * numbers are in a range that is never assigned (ARCEP: 06 39 98), the e-mail addresses in a domain that no one owns.
 */
export function fileRows(people: readonly Person[], identities: readonly BeneficiaryRow[]): FileRows {
  const random = new Random('files');
  const rows: FileRows = {
    contact: [],
    criterion: [],
    barrier: [],
    objective: [],
    appointment: [],
    note: [],
  };
  for (const [index, person] of people.entries()) {
    const pathway = person.pathways.find(
      ({ partner, end }) => partner === person.referent && (end ?? LAST_DAY) > LAST_DAY - RECENT,
    );
    if (!pathway) continue;
    const book = new Book(random, person, pathway);
    addContacts(rows, random, book, index);
    addCriteria(rows, random, book, identities[index]?.birth_date ?? '');
    addBarriers(rows, random, book);
    addFollowUp(rows, random, book);
  }
  return rows;
}

/** One person's file at the referent; its entries are dated within a pathway. */
class Book {
  readonly first: Day;
  readonly last: Day;

  constructor(
    private readonly random: Random,
    private readonly person: Person,
    readonly pathway: Pathway,
  ) {
    this.first = Math.min(pathway.start, LAST_DAY);
    this.last = pathway.end ?? LAST_DAY;
  }

  get partner(): TownPartner {
    return this.person.referent;
  }

  someday(): Moment {
    const { random, person, first, last } = this;
    const at = workingTime(random, Math.min(workday(random.int(first, last)), last));
    return at > person.registeredAt ? at : later(random, person.registeredAt, 0);
  }

  entry(at: Moment): EntryRow {
    return {
      id: this.random.id(at),
      beneficiary_id: this.person.id,
      partner_id: this.partner.id,
      author_id: this.random.chance(0.8) ? this.pathway.by : this.random.pick(this.partner.staff),
      created_at: timeOf(at),
    };
  }

  /** A moment between an entry and the last day of the pathway: halfway. */
  afterwards({ created_at }: EntryRow): string {
    const at = Date.parse(created_at);
    return timeOf(Math.max(at, Math.floor((at + midnight(this.last)) / 2)));
  }

  /** Entries of the day on which the file was opened. */
  begun(): EntryRow {
    return this.entry(later(this.random, this.person.registeredAt, 0));
  }
}

function addContacts(rows: FileRows, random: Random, book: Book, index: number): void {
  const value = `+3363998${String(index).padStart(4, '0')}`;
  const byMail = random.chance(0.4);
  rows.contact.push({ ...book.begun(), kind: 'PHONE', value, preferred: !byMail });
  if (byMail)
    rows.contact.push({
      ...book.begun(),
      kind: 'EMAIL',
      value: `courriel-${index}@example.org`,
      preferred: true,
    });
}

function addCriteria(rows: FileRows, random: Random, book: Book, birthDate: string): void {
  const bornBy = (years: number) => birthDate <= dateOf(yearsBefore(book.first, years));
  const since = dateOf(book.first);
  const meets = (key: FileRows['criterion'][number]['key'], until: string | null = null) =>
    rows.criterion.push({ ...book.begun(), key, since, until });
  if (!bornBy(YOUNG)) meets('JEUNES');
  if (bornBy(SENIOR)) meets('SENIORS');
  if (random.chance(0.55)) meets('RESIDENTS_QPV_FRR');
  if (random.chance(0.4)) meets('BENEFICIAIRES_DU_RSA');
  if (random.chance(0.8)) meets('DEMANDEURS_EMPLOI', random.chance(0.15) ? dateOf(book.last) : null);
  if (random.chance(0.08)) meets('PARENTS_ISOLES');
}

function addBarriers(rows: FileRows, random: Random, book: Book): void {
  const kinds = barriers.map((kind) => [kind, kind[1]] as const);
  const met = new Set(Array.from({ length: random.int(0, 3) }, () => random.weighted(kinds)));
  for (const [theme, , texts] of met) {
    const status = random.weighted([
      ['OPEN', 30],
      ['BEING_WORKED_ON', 45],
      ['RESOLVED', 25],
    ] as const);
    const note = texts.length > 0 && random.chance(0.7) ? random.pick(texts) : null;
    const entry = book.entry(book.someday());
    rows.barrier.push({
      ...entry,
      theme,
      status,
      resolved_at: status === 'RESOLVED' ? book.afterwards(entry) : null,
      note,
      version: status === 'OPEN' ? 1 : 2,
    });
  }
}

function addFollowUp(rows: FileRows, random: Random, book: Book): void {
  const pathway_id = book.pathway.id;
  for (let count = random.int(0, 2); count > 0; count--) {
    const at = book.someday();
    const status = random.weighted([
      ['OPEN', 50],
      ['REACHED', 40],
      ['DROPPED', 10],
    ] as const);
    const due_on = random.chance(0.6) ? dateOf(workday(dayOf(at) + random.int(14, 90))) : null;
    const entry = book.entry(at);
    const closed_at = status === 'OPEN' ? null : book.afterwards(entry);
    rows.objective.push({ ...entry, pathway_id, text: random.pick(aims), status, closed_at, due_on });
  }
  for (let count = random.int(0, 3); count > 0; count--) {
    const made = book.someday();
    const at = later(random, made, random.int(2, AHEAD));
    const place = random.chance(0.7) ? random.pick(places) : null;
    const subject = random.pick(subjects);
    const status = at > END ? 'PLANNED' : became(random);
    rows.appointment.push({ ...book.entry(made), at: timeOf(at), subject, place, status });
  }
  for (let count = random.int(0, 2); count > 0; count--) {
    const visibility = random.weighted([
      ['SHARED', 45],
      ['PARTNER', 40],
      ['AUTHOR', 15],
    ] as const);
    rows.note.push({ ...book.entry(book.someday()), pathway_id, text: random.pick(notes), visibility });
  }
}

function became(random: Random): AppointmentRow['status'] {
  return random.weighted([
    ['HONOURED', 78],
    ['MISSED', 12],
    ['CANCELLED', 10],
  ] as const);
}
