import { Migration } from '@mikro-orm/migrations';

/** Searches find a person by any word of the name, however the name is spaced. */
export class Migration20261127500000 extends Migration {
  override up(): void {
    this.addSql(table);
    this.addSql(keys);
    this.addSql('drop index beneficiary_by_first_name');
  }
}

const table = `
create table "name_key" (
  "beneficiary_id" uuid not null,
  "key" text collate "C" not null,
  primary key ("beneficiary_id", "key")
);
create index "name_key_by_key" on "name_key" ("key", "beneficiary_id");
alter table "name_key" add constraint "name_key_beneficiary_id_foreign" foreign key ("beneficiary_id") references "beneficiary" ("id") on delete cascade;
alter table "name_key" enable row level security;
alter table "name_key" force row level security;
create policy "shared" on "name_key" for select to "hub_partner" using (exists (
    select from sharing s
    where s.beneficiary_id = name_key.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and s.ended_at is null and (s.until is null or s.until > now())
  ));
grant select on name_key to hub_partner;
`;

const keys = `
-- What a search finds a person by: both orders of the normalised name, from each of its words on, without
-- spaces; without those that only begin another.
create function access.name_keys(sort_name text, call_name text) returns setof text language sql immutable
begin atomic
  with keys as (
    select distinct replace(substr(name, place), ' ', '') collate "C" as key
    from unnest(array[sort_name, call_name]) name, generate_series(1, length(name)) place
    where place = 1 or substr(name, place - 1, 1) = ' '
  )
  select key from keys
  where not exists (select from keys longer where longer.key <> keys.key and starts_with(longer.key, keys.key));
end;

-- Only the keys of the person's own name change: a merge may have brought others.
create function merges.write_name_keys() returns trigger language plpgsql security definer
  set search_path = public, pg_temp
as $$
begin
  if tg_op = 'UPDATE' then
    delete from name_key where beneficiary_id = old.id and key in (select access.name_keys(old.sort_name, old.call_name));
  end if;
  insert into name_key (beneficiary_id, key) select new.id, access.name_keys(new.sort_name, new.call_name)
  on conflict do nothing;
  return null;
end $$;
create trigger name_keys_follow after insert or update of sort_name, call_name on beneficiary
  for each row execute function merges.write_name_keys();

revoke all on function access.name_keys(text, text), merges.write_name_keys() from public;
grant execute on function access.name_keys(text, text) to hub_merges;
grant execute on function merges.write_name_keys() to current_user;
alter table beneficiary no force row level security;
alter table name_key no force row level security;
insert into name_key (beneficiary_id, key) select id, access.name_keys(sort_name, call_name) from beneficiary;
alter table beneficiary force row level security;
alter table name_key force row level security;
-- It reaches every table that names a person, by merges.cover().
grant create on schema merges to hub_merges;
alter function merges.write_name_keys() owner to hub_merges;
revoke create on schema merges from hub_merges;
`;
