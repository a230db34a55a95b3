import { Migration } from '@mikro-orm/migrations';

/** Notifications, how members want mail, mail under way, and who is connected. */
export class Migration20261125000015 extends Migration {
  override up(): void {
    this.addSql(tables);
    this.addSql(rights);
  }
}

const tables = `
create type "mail_timing" as enum ('AT_ONCE', 'DAILY', 'NONE');
create type "mail_language" as enum ('FR', 'EN');
create table "mail_preference" (
  "member_id" uuid not null,
  "timing" "mail_timing" not null default 'AT_ONCE',
  "language" "mail_language" not null default 'FR',
  "refused_at" timestamptz(3) null,
  primary key ("member_id")
);
create table "pending_mail" (
  "id" uuid not null,
  "member_id" uuid not null,
  "begun_at" timestamptz(3) null,
  primary key ("id")
);
alter table "pending_mail" add constraint "pending_mail_member_id_unique" unique ("member_id");
create table "presence" (
  "process" uuid not null,
  "members" uuid[] not null,
  "until" timestamptz(3) not null,
  primary key ("process")
);
create table "notification" (
  "id" uuid not null,
  "member_id" uuid not null,
  "kind" text not null,
  "at" timestamptz(3) not null,
  "read_at" timestamptz(3) null,
  "referral_id" uuid null,
  "mail_id" uuid null,
  primary key ("id")
);
create index "notification_of_mail" on "notification" ("mail_id");
create index "notification_of_referral" on "notification" ("referral_id");
create index notification_unread on notification (member_id) where read_at is null;
create index "notification_newest" on "notification" ("member_id", "at", "id");
alter table "mail_preference" add constraint "mail_preference_member_id_foreign" foreign key ("member_id") references "member" ("id") on update cascade on delete cascade;
alter table "mail_preference" enable row level security;
alter table "mail_preference" force row level security;
create policy "own" on "mail_preference" for select to "hub_partner" using (member_id = (select access.member_id()) or (select current_setting('app.role', true)) = 'PARTNER_ADMINISTRATOR'
        and exists (select from member m where m.id = mail_preference.member_id and m.partner_id = (select access.partner_id())));
create policy "choose" on "mail_preference" for insert to "hub_partner" with check (member_id = (select access.member_id()));
create policy "change" on "mail_preference" for update to "hub_partner" using (member_id = (select access.member_id())) with check (member_id = (select access.member_id()));
create policy "mail" on "mail_preference" to "hub_system" using (true) with check (true);
alter table "pending_mail" add constraint "pending_mail_member_id_foreign" foreign key ("member_id") references "member" ("id") on delete cascade;
alter table "pending_mail" enable row level security;
alter table "pending_mail" force row level security;
create policy "mail" on "pending_mail" to "hub_system" using (true) with check (true);
alter table "presence" enable row level security;
alter table "presence" force row level security;
create policy "tell" on "presence" to "hub_system" using (true) with check (true);
alter table "notification" add constraint "notification_member_id_foreign" foreign key ("member_id") references "member" ("id");
alter table "notification" add constraint "notification_referral_id_foreign" foreign key ("referral_id") references "referral" ("id") on delete cascade;
alter table "notification" enable row level security;
alter table "notification" force row level security;
create policy "own" on "notification" for select to "hub_partner" using (member_id = (select access.member_id()));
create policy "read" on "notification" for update to "hub_partner" using (member_id = (select access.member_id())) with check (member_id = (select access.member_id()));
create policy "notify" on "notification" to "hub_system" using (true) with check (true);
`;

const rights = `
grant select on notification, mail_preference to hub_partner;
grant update (read_at) on notification to hub_partner;
grant insert (member_id, timing, language), update (timing, language) on mail_preference to hub_partner;
grant select, insert, update (read_at, mail_id), delete on notification to hub_system;
grant select, insert (member_id, refused_at), update (refused_at) on mail_preference to hub_system;
grant select, insert, update, delete on pending_mail, presence to hub_system;
`;
