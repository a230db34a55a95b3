import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import type { PastRun, Person } from './distinct/index.ts';

/** A person whom the partner accompanies or has accompanied. */
export interface AccompaniedPerson extends Person {
  /** The partner's own reference of the person. */
  readonly reference: string;
  /** The first day, `YYYY-MM-DD`. */
  readonly from: string;
  /** The last day; null while the partner accompanies the person. */
  readonly until: string | null;
}

export interface Appointment {
  readonly at: string;
  readonly subject: string;
  readonly state: 'PLANNED' | 'HONOURED' | 'MISSED';
}

export interface JobOffer {
  readonly number: string;
  readonly title: string;
  readonly contract: string;
  readonly publishedOn: string;
}

/** Two days: the first one is in the period, the second one is not. */
interface Dates {
  readonly from: string;
  readonly until: string;
}

/** How many persons were accompanied in a period, and how many of them were under 26 on their first day in it. */
export interface Accompanied {
  readonly persons: number;
  readonly young: number;
}

/** The appointments between two moments: how many, and of how many persons. */
export interface Activity {
  readonly appointments: number;
  readonly persons: number;
}

const tables = `
  create table if not exists person (
    reference text primary key,
    last_name text not null,
    first_name text not null,
    birth_date text not null,
    accompanied_from text not null,
    accompanied_until text
  ) strict, without rowid;
  create table if not exists appointment (
    id integer primary key,
    person text not null references person (reference) on delete cascade,
    at text not null,
    subject text not null,
    state text not null check (state in ('PLANNED', 'HONOURED', 'MISSED'))
  ) strict;
  create index if not exists appointment_of_person on appointment (person, at);
  create index if not exists appointment_by_time on appointment (at, person);
  create table if not exists job_offer (
    number text primary key,
    title text not null,
    contract text not null,
    published_on text not null,
    -- The id of an organisation in the hub; null for an offer that is open to all.
    partner text
  ) strict, without rowid;
  -- What earlier counts of distinct persons left, the latest first.
  create table if not exists distinct_run (
    place integer primary key,
    run text not null,
    period text not null,
    outcome text not null check (outcome in ('OPEN', 'COUNTED', 'ABORTED')),
    digests text
  ) strict;
  create table if not exists distinct_secret (value text not null) strict;
`;

/** A person was accompanied in a period: on at least one day from the first one, and before the second one. */
const inPeriod = 'accompanied_from < :until and (accompanied_until is null or accompanied_until >= :from)';

/** The partner's own store. It knows persons by the partner's reference and by name, and has no id of the hub for them. */
export class Store {
  readonly #database: DatabaseSync;

  /** @param path a file, or `:memory:` */
  constructor(path: string) {
    this.#database = new DatabaseSync(path);
    this.#database.exec(tables);
  }

  get isEmpty(): boolean {
    return this.#database.prepare('select 1 from person limit 1').get() === undefined;
  }

  knows(reference: string): boolean {
    return this.#database.prepare('select 1 from person where reference = ?').get(reference) !== undefined;
  }

  appointments(reference: string, most: number): Appointment[] {
    const query =
      'select at, subject, state from appointment where person = ? order by at desc, id desc limit ?';
    return this.#database.prepare(query).all(reference, most) as unknown as Appointment[];
  }

  jobOffers(partner: string, most: number): JobOffer[] {
    const query = `select number, title, contract, published_on as "publishedOn" from job_offer
      where partner is null or partner = ? order by published_on desc, number limit ?`;
    return this.#database.prepare(query).all(partner, most) as unknown as JobOffer[];
  }

  /** @param from the first moment, in ISO 8601, and `until` the first moment after it */
  activity(from: string, until: string): Activity {
    const query = `select count(*) as appointments, count(distinct person) as persons from appointment
      where at >= ? and at < ?`;
    return this.#database.prepare(query).get(from, until) as unknown as Activity;
  }

  /** The persons who were accompanied in a period. */
  personsIn({ from, until }: Dates): Person[] {
    const query = `select last_name as "lastName", first_name as "firstName", birth_date as "birthDate"
      from person where ${inPeriod}`;
    return this.#database.prepare(query).all({ from, until }) as unknown as Person[];
  }

  /** How many persons were accompanied in a period. */
  accompanied({ from, until }: Dates): Accompanied {
    const query = `select count(*) as persons,
        count(*) filter (where birth_date > date(max(accompanied_from, :from), '-26 years')) as young
      from person where ${inPeriod}`;
    return this.#database.prepare(query).get({ from, until }) as unknown as Accompanied;
  }

  /** What earlier counts of distinct persons left, the latest first. */
  pastRuns(): PastRun[] {
    const query = 'select run, period, outcome, digests from distinct_run order by place';
    return this.#database.prepare(query).all() as unknown as PastRun[];
  }

  savePastRuns(runs: readonly PastRun[]): void {
    this.transaction(() => {
      this.#database.exec('delete from distinct_run');
      const insert = this.#database.prepare('insert into distinct_run values (?, ?, ?, ?, ?)');
      for (const [place, it] of runs.entries()) insert.run(place, it.run, it.period, it.outcome, it.digests);
    });
  }

  /** The secret that keys the digests of persons. It is as secret as the names beside it, and is made at first use. */
  get secret(): string {
    const find = () => this.#database.prepare('select value from distinct_secret').get() as { value: string };
    if (!find())
      this.#database
        .prepare('insert into distinct_secret values (?)')
        .run(randomBytes(32).toString('base64url'));
    return find().value;
  }

  /** Does all of the work, or nothing. */
  transaction(work: () => void): void {
    this.#database.exec('begin');
    try {
      work();
      this.#database.exec('commit');
    } catch (error) {
      this.#database.exec('rollback');
      throw error;
    }
  }

  addPerson({ reference, lastName, firstName, birthDate, from, until }: AccompaniedPerson): void {
    this.#database
      .prepare('insert into person values (?, ?, ?, ?, ?, ?)')
      .run(reference, lastName, firstName, birthDate, from, until);
  }

  addAppointment(person: string, { at, subject, state }: Appointment): void {
    this.#database
      .prepare('insert into appointment (person, at, subject, state) values (?, ?, ?, ?)')
      .run(person, at, subject, state);
  }

  addJobOffer({ number, title, contract, publishedOn }: JobOffer, partner: string | null = null): void {
    this.#database
      .prepare(
        'insert into job_offer (number, title, contract, published_on, partner) values (?, ?, ?, ?, ?)',
      )
      .run(number, title, contract, publishedOn, partner);
  }

  close(): void {
    this.#database.close();
  }
}
