/** A row that tells of a person. */
export interface Kept {
  readonly table: string;
  /** Its id in the API. */
  readonly id: string;
  /** Whose it is when all merges are undone. */
  readonly home: string;
}

/** A sharing with the receiver, or a referral to it: how it lets the receiver see the person. */
export interface Access extends Kept {
  gives: boolean;
}

export interface MergeMade {
  readonly id: string;
  readonly kept: string;
  readonly duplicate: string;
}

/** What merges promise, in a few lines: rows stay at home, and a merged person is looked for at the kept one. */
export class Model {
  readonly persons = new Set<string>();
  rows: Kept[] = [];
  accesses: Access[] = [];
  merges: MergeMade[] = [];

  /** Who has the file of a person now. */
  now(person: string): string {
    const merge = this.merges.find(({ duplicate }) => duplicate === person);
    return merge ? this.now(merge.kept) : person;
  }

  /** Those whose files are not merged into another. */
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

  /** A person goes, with all whose files are theirs now; nothing of anybody else does. */
  erase(person: string): void {
    const gone = new Set([...this.persons].filter((it) => this.now(it) === person));
    for (const it of gone) this.persons.delete(it);
    this.rows = this.rows.filter(({ home }) => !gone.has(home));
    this.accesses = this.accesses.filter(({ home }) => !gone.has(home));
    this.merges = this.merges.filter(({ duplicate }) => !gone.has(duplicate));
  }

  /** Whom the receiver sees. */
  get seen(): Set<string> {
    return new Set(this.accesses.filter(({ gives }) => gives).map(({ home }) => this.now(home)));
  }
}
