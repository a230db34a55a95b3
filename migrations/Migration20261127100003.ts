import { Migration } from '@mikro-orm/migrations';

/** That two files are of two persons, and birth dates that are mistaken for each other. */
export class Migration20261127100003 extends Migration {
  override up(): void {
    this.addSql(table);
    this.addSql(policies);
    this.addSql(suspicion);
    this.addSql(rights);
  }
}

const table = `
create table "distinction" (
  "id" uuid not null,
  "one_id" uuid not null,
  "other_id" uuid not null,
  "partner_id" uuid not null,
  "reason" text not null,
  "declared_at" timestamptz(3) not null,
  "declared_by_id" uuid not null,
  "retracted_at" timestamptz(3) null,
  "retracted_by_id" uuid null,
  primary key ("id")
);
create index "distinction_of_one" on "distinction" ("one_id", "declared_at", "id");
create index "distinction_of_other" on "distinction" ("other_id", "declared_at", "id");
create unique index distinction_in_force on distinction (least(one_id, other_id), greatest(one_id, other_id)) where retracted_at is null;
alter table "distinction" add constraint "distinction_of_two" check (one_id <> other_id or retracted_at is not null);
alter table "distinction" add constraint "distinction_one_id_foreign" foreign key ("one_id") references "beneficiary" ("id");
alter table "distinction" add constraint "distinction_other_id_foreign" foreign key ("other_id") references "beneficiary" ("id");
alter table "distinction" add constraint "distinction_partner_id_foreign" foreign key ("partner_id") references "partner" ("id");
alter table "distinction" add constraint "distinction_declared_by_id_foreign" foreign key ("declared_by_id") references "member" ("id");
alter table "distinction" add constraint "distinction_retracted_by_id_foreign" foreign key ("retracted_by_id") references "member" ("id") on delete set null;
`;

const policies = `
alter table "distinction" enable row level security;
alter table "distinction" force row level security;
create policy "shared" on "distinction" for select to "hub_partner" using ((select access.reads_files()) and exists (
    select from sharing s
    where s.beneficiary_id = distinction.one_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and s.ended_at is null and (s.until is null or s.until > now())
  ) and exists (
    select from sharing s
    where s.beneficiary_id = distinction.other_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and s.ended_at is null and (s.until is null or s.until > now())
  ));
create policy "declare" on "distinction" for insert to "hub_partner" with check (partner_id = (select access.partner_id()) and declared_by_id = (select access.member_id()) and retracted_at is null and (select access.reads_files()) and exists (
    select from sharing s
    where s.beneficiary_id = distinction.one_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and s.ended_at is null and (s.until is null or s.until > now())
  ) and exists (
    select from sharing s
    where s.beneficiary_id = distinction.other_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and s.ended_at is null and (s.until is null or s.until > now())
  ));
create policy "retract" on "distinction" for update to "hub_partner" using ((select access.reads_files()) and exists (
    select from sharing s
    where s.beneficiary_id = distinction.one_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and s.ended_at is null and (s.until is null or s.until > now())
  ) and exists (
    select from sharing s
    where s.beneficiary_id = distinction.other_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and s.ended_at is null and (s.until is null or s.until > now())
  ) and retracted_at is null and (partner_id = (select access.partner_id())
        or (select access.partner_id()) = all (array[access.referent(one_id), access.referent(other_id)]))) with check (retracted_at is not null and retracted_by_id = (select access.member_id()));
`;

const suspicion = `
-- Whether one birth date may be the other, mistaken: two digits or day and month in each other's place, one wrong digit,
-- a year off by one.
create function merges.days_alike(one date, other date) returns boolean language sql stable
begin atomic
  select merges.digits_swapped(one, other)
    or to_char(one, 'YYYYMMDD') = to_char(other, 'YYYYDDMM')
    or to_char(one, 'MMDD') = to_char(other, 'MMDD') and abs(extract(year from one) - extract(year from other)) = 1
    or (select count(*) = 1 from generate_series(1, 8) place
      where substr(to_char(one, 'YYYYMMDD'), place, 1) <> substr(to_char(other, 'YYYYMMDD'), place, 1));
end;

-- As before, without those of whom it was said that they are two persons.
create or replace function merges.suspected(person uuid) returns setof uuid language sql stable
begin atomic
  select other.id
  from beneficiary this
  join beneficiary other on other.birth_date = this.birth_date or other.sort_name = this.sort_name
  where this.id = person and other.id <> this.id and (
    other.birth_date = this.birth_date and merges.likeness(other.sort_name, this.sort_name) >= 0.5
    or other.sort_name = this.sort_name and merges.days_alike(other.birth_date, this.birth_date))
    and not exists (select from distinction d
      where d.retracted_at is null and (d.one_id = this.id and d.other_id = other.id or d.one_id = other.id and d.other_id = this.id));
end;
`;

const rights = `
grant select, insert on distinction to hub_partner;
grant update (retracted_at, retracted_by_id) on distinction to hub_partner;
revoke all on function merges.days_alike(date, date) from public;
grant execute on function merges.days_alike(date, date) to hub_partner;
`;
