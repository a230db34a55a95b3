import { DatabaseSync } from 'node:sqlite';

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

/** The appointments between two moments: how many, and of how many persons. */
export interface Activity {
  readonly appointments: number;
  readonly persons: number;
}

const tables = `
  create table if not exists person (reference text primary key) strict, without rowid;
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
`;

/** The partner's own store. It knows a person by the partner's reference, and has no id of the hub for persons. */
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

  addPerson(reference: string): void {
    this.#database.prepare('insert into person (reference) values (?)').run(reference);
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
