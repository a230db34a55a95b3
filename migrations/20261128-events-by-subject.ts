import { Migration } from '@mikro-orm/migrations';

/** The erasure of a person finds the events about the person without reading all events. */
export class EventsBySubject extends Migration {
  override up(): void {
    this.addSql(changes);
  }
}

const changes = `
create index "event_of_subject" on "event" ("subject");
`;
