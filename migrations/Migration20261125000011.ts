import { Migration } from '@mikro-orm/migrations';

/** Consumers of events: how far each part of the hub has come. */
export class Migration20261125000011 extends Migration {
  override up(): void {
    this.addSql(`
create table "event_consumer" (
  "name" text not null,
  "xid" xid8 not null,
  "id" uuid not null,
  primary key ("name")
);
alter table "event_consumer" enable row level security;
alter table "event_consumer" force row level security;
create policy "place" on "event_consumer" as permissive for all to "hub_system" using (true) with check (true);
grant select, insert, update on event_consumer to hub_system;
`);
  }
}
