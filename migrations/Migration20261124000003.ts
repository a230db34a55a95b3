import { Migration } from '@mikro-orm/migrations';

/** The employment forums: who shows there, who came, and what came of it. */
export class Migration20261124000003 extends Migration {
  override up(): void {
    this.addSql(tables);
    this.addSql(policies);
    this.addSql(rights);
  }
}

const tables = `
create type "forum_area" as enum ('NORTH', 'SOUTH');
create type "exhibitor_kind" as enum ('EMPLOYER', 'TRAINING', 'PUBLIC_SERVICE', 'ASSOCIATION');
create table "forum" (
  "id" uuid not null,
  "name" text not null,
  "held_on" date not null,
  "area" "forum_area" not null,
  "place" text not null,
  "partner_id" uuid not null,
  primary key ("id")
);
create index "forum_by_day" on "forum" ("held_on", "id");

create table "exhibitor" (
  "id" uuid not null,
  "forum_id" uuid not null,
  "name" text not null,
  "kind" "exhibitor_kind" not null,
  "partner_id" uuid null,
  primary key ("id")
);
create index "exhibitor_of_forum" on "exhibitor" ("forum_id", "id");

create table "attendance" (
  "id" uuid not null,
  "forum_id" uuid not null,
  "partner_id" uuid not null,
  "beneficiary_id" uuid null,
  "people" int not null,
  "first_time_people" int not null,
  "agreed_on" date null,
  "method" "agreement_method" null,
  "exhibitor_id" uuid null,
  "referral_id" uuid null,
  "recorded_by_id" uuid not null,
  "recorded_at" timestamptz(3) not null,
  primary key ("id")
);
create index "attendance_of_forum" on "attendance" ("forum_id", "recorded_at", "id");
create index "attendance_of_beneficiary" on "attendance" ("beneficiary_id", "recorded_at", "id");
create unique index attendance_once on attendance (forum_id, beneficiary_id) where beneficiary_id is not null;
create unique index attendance_of_referral on attendance (referral_id) where referral_id is not null;

alter table "forum" add constraint "forum_partner_id_foreign" foreign key ("partner_id") references "partner" ("id");
alter table "exhibitor" add constraint "exhibitor_forum_id_foreign" foreign key ("forum_id") references "forum" ("id");
alter table "exhibitor" add constraint "exhibitor_partner_id_foreign" foreign key ("partner_id") references "partner" ("id") on delete set null;
alter table "attendance" add constraint "attendance_forum_id_foreign" foreign key ("forum_id") references "forum" ("id");
alter table "attendance" add constraint "attendance_partner_id_foreign" foreign key ("partner_id") references "partner" ("id");
alter table "attendance" add constraint "attendance_beneficiary_id_foreign" foreign key ("beneficiary_id") references "beneficiary" ("id") on delete set null;
alter table "attendance" add constraint "attendance_exhibitor_id_foreign" foreign key ("exhibitor_id") references "exhibitor" ("id") on delete set null;
alter table "attendance" add constraint "attendance_referral_id_foreign" foreign key ("referral_id") references "referral" ("id") on delete set null;
alter table "attendance" add constraint "attendance_recorded_by_id_foreign" foreign key ("recorded_by_id") references "member" ("id");
alter table "attendance" add constraint attendance_person_or_count check (people >= 1 and first_time_people >= 0 and first_time_people <= people and case
    when beneficiary_id is null
      then agreed_on is null and method is null and exhibitor_id is null and referral_id is null
    else people = 1 and agreed_on is not null and method is not null
  end);
`;

/** A count stands for nobody in particular; what stands for a person is seen as the person's pathways are. */
const nobodyOrSeen = `(beneficiary_id is null or exists (
    select from sharing s
    where s.beneficiary_id = attendance.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and s.ended_at is null and (s.until is null or s.until > now())
  ))`;

const policies = `
alter table "forum" enable row level security;
alter table "forum" force row level security;
create policy "directory" on "forum" for select to "hub_partner" using (true);
create policy "open" on "forum" for insert to "hub_partner" with check ((select current_setting('app.role', true)) = 'COORDINATOR' and partner_id = (select access.partner_id()));
create policy "facts" on "forum" for select to "hub_facts" using (true);
alter table "exhibitor" enable row level security;
alter table "exhibitor" force row level security;
create policy "directory" on "exhibitor" for select to "hub_partner" using (true);
create policy "add" on "exhibitor" for insert to "hub_partner" with check ((select current_setting('app.role', true)) = 'COORDINATOR' and exists (
        select from forum f where f.id = exhibitor.forum_id and f.partner_id = (select access.partner_id())));
create policy "facts" on "exhibitor" for select to "hub_facts" using (true);
alter table "attendance" enable row level security;
alter table "attendance" force row level security;
create policy "seen" on "attendance" for select to "hub_partner" using ${nobodyOrSeen};
create policy "record" on "attendance" for insert to "hub_partner" with check ((select access.reads_files()) and partner_id = (select access.partner_id()) and recorded_by_id = (select access.member_id()) and referral_id is null
        and ${nobodyOrSeen}
        and (exhibitor_id is null or exists (
          select from exhibitor e where e.id = attendance.exhibitor_id and e.forum_id = attendance.forum_id)));
create policy "refer" on "attendance" for update to "hub_partner" using ((select access.reads_files()) and partner_id = (select access.partner_id())) with check (exists (
        select from referral r
        where r.id = attendance.referral_id and r.from_id = (select access.partner_id()) and r.beneficiary_id = attendance.beneficiary_id));
create policy "facts" on "attendance" for select to "hub_facts" using (true);
`;

const rights = `
grant select on forum, exhibitor, attendance to hub_partner, hub_facts;
grant insert on forum, exhibitor, attendance to hub_partner;
grant update (referral_id) on attendance to hub_partner;
`;
