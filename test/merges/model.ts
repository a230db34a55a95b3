/** A row about a person. */
export interface Kept {
  readonly table: string;
  /** The API id of the row. */
  readonly id: string;
  /** The person to whom the row belongs when all merges are undone. */
  readonly home: string;
}

/** A sharing with the receiver, or a referral to it: a row that may give the receiver access to the person. */
export interface Access extends Kept {
  gives: boolean;
}

export interface MergeMade {
  readonly id: string;
  readonly kept: string;
  readonly duplicate: string;
}

/** The expected behaviour of merges: each row keeps its home person, and a duplicate resolves to the kept person. */
export class Model {
  readonly persons = new Set<string>();
  rows: Kept[] = [];
  accesses: Access[] = [];
  merges: MergeMade[] = [];

  /** The kept person to whom a person resolves now. */
  now(person: string): string {
    const merge = this.merges.find(({ duplicate }) => duplicate === person);
    return merge ? this.now(merge.kept) : person;
  }

  /** The persons whose files are not merged into another file. */
  get live(): string[] {
    return [...this.persons].filter((it) => this.now(it) === it);
  }

  of(table: string): Kept[] {
    return this.rows.filter((it) => it.table === table);
  }

  keep(table: string, id: string, home: string): void {
    this.rows.push({ table, id, home });
  }

  give(table: string, id: string, home: string): void {
    const access = { table, id, home, gives: true };
    this.rows.push(access);
    this.accesses.push(access);
  }

  /** Erases a person together with the duplicates that were merged into the file, and nothing else. */
  erase(person: string): void {
    const gone = new Set([...this.persons].filter((it) => this.now(it) === person));
    for (const it of gone) this.persons.delete(it);
    this.rows = this.rows.filter(({ home }) => !gone.has(home));
    this.accesses = this.accesses.filter(({ home }) => !gone.has(home));
    this.merges = this.merges.filter(({ duplicate }) => !gone.has(duplicate));
  }

  /** The persons whom the receiver sees. */
  get seen(): Set<string> {
    return new Set(this.accesses.filter(({ gives }) => gives).map(({ home }) => this.now(home)));
  }
}
