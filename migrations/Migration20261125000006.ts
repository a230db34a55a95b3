import { Migration } from '@mikro-orm/migrations';

/** Sessions of people who sign in by an identity provider, and the first sign-in of whoever was invited. */
export class Migration20261125000006 extends Migration {
  override up(): void {
    this.addSql(`
create table "session" (
  "id" text not null primary key,
  "subject" text not null,
  "provider_session" text null,
  "member_id" uuid null,
  "created_at" timestamptz(3) not null default now(),
  "seen_at" timestamptz(3) not null default now(),
  "expires_at" timestamptz(3) not null
);
create index "session_of_subject" on "session" ("subject");
alter table "session" add constraint "session_member_id_foreign" foreign key ("member_id") references "member" ("id") on delete cascade;
alter table "session" enable row level security;
alter table "session" force row level security;
create policy "sign_in" on "session" to "hub_system" using (true) with check (true);
grant select, insert, update, delete on "session" to "hub_system";

create policy "own_memberships" on "member" for select to "hub_partner" using (subject = (select nullif(current_setting('app.subject', true), '')));
create policy "first_sign_in" on "member" for update to "hub_system" using (subject is null and kind = 'PERSON' and deactivated_at is null) with check (subject is not null);
grant update ("subject") on "member" to "hub_system";
`);
  }
}
