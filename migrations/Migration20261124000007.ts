import { Migration } from '@mikro-orm/migrations';

/** What the committee keeps: saved questions, yearly snapshots, and a log of what it asked. */
export class Migration20261124000007 extends Migration {
  override up(): void {
    this.addSql(tables);
    this.addSql(policies);
    this.addSql(rights);
  }
}

const tables = `
create table "saved_analysis" (
  "id" uuid not null,
  "title" text not null,
  "owner_id" uuid not null,
  "shared" boolean not null,
  "question" jsonb not null,
  "created_at" timestamptz(3) not null,
  "ended_at" timestamptz(3) null,
  primary key ("id")
);
create index "saved_analysis_newest" on "saved_analysis" ("created_at", "id");

create table "committee_snapshot" (
  "id" uuid not null,
  "year" int not null,
  "title" text not null,
  "language" text not null,
  "taken_by_id" uuid not null,
  "taken_at" timestamptz(3) not null,
  "content" jsonb not null,
  primary key ("id")
);
create index "committee_snapshot_by_year" on "committee_snapshot" ("year", "taken_at");

create table "committee_question" (
  "id" uuid not null,
  "member_id" uuid not null,
  "asked_at" timestamptz(3) not null default now(),
  "question" jsonb not null,
  "rows" int not null,
  "withheld" int not null,
  primary key ("id")
);
create index "committee_question_of_member" on "committee_question" ("member_id", "asked_at");

alter table "saved_analysis" add constraint "saved_analysis_owner_id_foreign" foreign key ("owner_id") references "member" ("id");
alter table "committee_snapshot" add constraint "committee_snapshot_taken_by_id_foreign" foreign key ("taken_by_id") references "member" ("id");
alter table "committee_question" add constraint "committee_question_member_id_foreign" foreign key ("member_id") references "member" ("id");
`;

const sits = `(select current_setting('app.role', true)) = 'COMMITTEE_MEMBER'`;
const myself = '(select access.member_id())';

const policies = `
alter table "saved_analysis" enable row level security;
alter table "saved_analysis" force row level security;
create policy "kept" on "saved_analysis" for select to "hub_partner" using (${sits} and (owner_id = ${myself} or shared and ended_at is null));
create policy "keep" on "saved_analysis" for insert to "hub_partner" with check (${sits} and owner_id = ${myself});
create policy "own" on "saved_analysis" for update to "hub_partner" using (${sits} and owner_id = ${myself} and ended_at is null) with check (${sits} and owner_id = ${myself});

alter table "committee_snapshot" enable row level security;
alter table "committee_snapshot" force row level security;
create policy "shown" on "committee_snapshot" for select to "hub_partner" using (${sits});
create policy "take" on "committee_snapshot" for insert to "hub_partner" with check (${sits} and taken_by_id = ${myself});

alter table "committee_question" enable row level security;
alter table "committee_question" force row level security;
create policy "own" on "committee_question" for select to "hub_partner" using (${sits} and member_id = ${myself});
create policy "note" on "committee_question" for insert to "hub_partner" with check (${sits} and member_id = ${myself});
`;

const rights = `
grant select, insert on saved_analysis, committee_snapshot, committee_question to hub_partner;
grant update (shared, ended_at) on saved_analysis to hub_partner;
`;
