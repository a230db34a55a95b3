import { Migration } from '@mikro-orm/migrations';

/** Persons who may be the same, and merges that can be undone. */
export class Migration20261125000003 extends Migration {
  override up(): void {
    this.addSql(tables);
    this.addSql(suspicion);
    this.addSql(places);
    this.addSql(merging);
    this.addSql(policies);
    this.addSql(rights);
  }
}

const tables = `
alter table "beneficiary" add column "merged_into_id" uuid null;
create index "beneficiary_by_birth" on "beneficiary" ("birth_date");
create index "beneficiary_merged_into" on "beneficiary" ("merged_into_id");

create table "merge" (
  "id" uuid not null,
  "kept_id" uuid not null,
  "duplicate_id" uuid not null,
  "partner_id" uuid not null,
  "reason" text not null,
  "merged_at" timestamptz(3) not null,
  "merged_by_id" uuid not null,
  "undone_at" timestamptz(3) null,
  "undone_by_id" uuid null,
  primary key ("id")
);
create index "merge_of_kept" on "merge" ("kept_id", "merged_at", "id");
create unique index merge_in_force on merge (duplicate_id) where undone_at is null;

alter table "beneficiary" add constraint "beneficiary_merged_into_id_foreign" foreign key ("merged_into_id") references "beneficiary" ("id") on delete set null;
alter table "merge" add constraint "merge_kept_id_foreign" foreign key ("kept_id") references "beneficiary" ("id");
alter table "merge" add constraint "merge_duplicate_id_foreign" foreign key ("duplicate_id") references "beneficiary" ("id");
alter table "merge" add constraint "merge_partner_id_foreign" foreign key ("partner_id") references "partner" ("id");
alter table "merge" add constraint "merge_merged_by_id_foreign" foreign key ("merged_by_id") references "member" ("id");
alter table "merge" add constraint "merge_undone_by_id_foreign" foreign key ("undone_by_id") references "member" ("id") on delete set null;

create schema merges;

-- What a merge did to a row: its column that named the duplicate now names the kept person; or, where the kept
-- person has that row already, it was set aside whole.
create table merges.merged_row (
  merge_id uuid not null references "merge" on delete cascade,
  "table" text not null,
  "column" text not null,
  key jsonb not null,
  set_aside jsonb null,
  primary key (merge_id, "table", "column", key)
);
`;

/*
 * Trigrams as pg_trgm makes them. Not the extension: its functions would belong to the server's administrator,
 * from whom the hub's owner cannot take what PUBLIC may execute; and what it takes for a letter depends on the
 * locale, while normalised names keep the letters of every script.
 */
const suspicion = `
create function merges.trigrams(name text) returns text[] language sql immutable
begin atomic
  select array_agg(distinct substr('  ' || word || ' ', place, 3))
  from string_to_table(name, ' ') word, generate_series(1, length(word) + 1) place;
end;

-- How much two normalised names have in common, 0 to 1; the order of their words does not matter.
create function merges.likeness(one text, other text) returns float8 language sql immutable
begin atomic
  select count(*) filter (where a is not null and b is not null)::float8 / count(*)
  from unnest(merges.trigrams(one)) a full join unnest(merges.trigrams(other)) b on a = b;
end;

-- Whether one day is the other with two of its digits in each other's place.
create function merges.digits_swapped(one date, other date) returns boolean language sql stable
begin atomic
  select count(*) = 2 and string_agg(a, '' order by place) = string_agg(b, '' order by place desc)
  from (select place, substr(to_char(one, 'YYYYMMDD'), place, 1) as a, substr(to_char(other, 'YYYYMMDD'), place, 1) as b
    from generate_series(1, 8) place) digits
  where a <> b;
end;

-- The persons whom the viewer sees that may be this one, whom the viewer sees too.
create function merges.suspected(person uuid) returns setof uuid language sql stable
begin atomic
  select other.id
  from beneficiary this
  join beneficiary other on other.birth_date = this.birth_date or other.sort_name = this.sort_name
  where this.id = person and other.id <> this.id and (
    other.birth_date = this.birth_date and merges.likeness(other.sort_name, this.sort_name) >= 0.5
    or other.sort_name = this.sort_name and merges.digits_swapped(other.birth_date, this.birth_date));
end;

-- The person to whom one with this fingerprint was merged, when the viewer may see that person.
create function access.kept(print text) returns uuid language sql stable security definer
  set search_path = public, pg_temp
as $$
  select b.merged_into_id from beneficiary b
  where b.fingerprint = print and access.scope(b.merged_into_id) is not null
$$;
`;

const places = `
-- Where rows name a person: every foreign key to beneficiary but those of the merges themselves, and the
-- primary key of its table.
create function merges.places() returns table ("table" text, "column" text, key text[]) language sql stable
  set search_path = public, pg_temp
begin atomic
  select format('%I.%I', n.nspname, t.relname), a.attname::text, (
    select array_agg(k.attname::text order by k.attnum)
    from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any (i.indkey)
    where i.indrelid = t.oid and i.indisprimary)
  from pg_constraint c
  join pg_class t on t.oid = c.conrelid
  join pg_namespace n on n.oid = t.relnamespace
  join pg_attribute a on a.attrelid = t.oid and a.attnum = c.conkey[1]
  where c.contype = 'f' and c.confrelid = 'public.beneficiary'::regclass and c.conparentid = 0
    and cardinality(c.conkey) = 1 and t.oid <> 'public.merge'::regclass
  order by 1, 2;
end;

-- A row that comes while its person is being merged, or later by an old id, goes to the kept person.
create function merges.follow() returns trigger language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare
  kept uuid;
begin
  select b.merged_into_id into kept from beneficiary b
  where b.id = (to_jsonb(new) ->> tg_argv[0])::uuid for key share;
  if kept is null then return new; end if;
  return jsonb_populate_record(new, jsonb_build_object(tg_argv[0], kept));
end $$;

-- Lets merges reach every table that names a person. Called whenever migrations have run; changes only what is new.
create function merges.cover() returns void language plpgsql as $$
declare
  place record;
begin
  for place in select * from merges.places() p where not exists (
    select from pg_policy where polrelid = p."table"::regclass and polname = 'merge')
  loop
    if place.key is null then raise exception 'table % names a person and has no primary key', place."table"; end if;
    execute format('create policy merge on %s to hub_merges using (true) with check (true)', place."table");
    execute format('grant select, insert, delete on %s to hub_merges', place."table");
  end loop;
  for place in select * from merges.places() p where not exists (
    select from pg_trigger where tgrelid = p."table"::regclass and tgname = 'merged_' || p."column")
  loop
    execute format('grant update (%I) on %s to hub_merges', place."column", place."table");
    execute format('create trigger %I before insert or update of %2$I on %3$s for each row when (new.%2$I is not null)
      execute function merges.follow(%4$L)', 'merged_' || place."column", place."column", place."table", place."column");
  end loop;
end $$;
`;

const merging = `
-- Both persons, kept from other acts; false unless the viewer's partner answers for both, and neither nor the
-- kept person is merged into anybody but as said.
create function merges.lock_persons(kept uuid, duplicate uuid, merged_into uuid) returns boolean language plpgsql security definer
  set search_path = public, pg_temp
as $$
begin
  -- In the order of their ids: two merges that take them in turn would wait for each other.
  perform from beneficiary b where b.id = any (array[kept, duplicate])
    and b.referent_id = access.partner_id() order by b.id for update;
  return (select count(*) = 2 from beneficiary b
    where b.referent_id = access.partner_id() and (b.id = kept and b.merged_into_id is null
      or b.id = duplicate and b.merged_into_id is not distinct from merged_into));
end $$;

-- The columns of a primary key, with the given word before each: 't.a, t.b'.
create function merges.columns(of text, key text[]) returns text language sql immutable
  return (select string_agg(format('%s.%I', of, name), ', ' order by place) from unnest(key) with ordinality k(name, place));

-- Does what a new row of merge says. Null when done; else the table whose rows stand in the way, or beneficiary when the
-- persons are not the viewer's to merge. Whoever calls rolls back then.
create function merges.carry_out(merge uuid) returns text language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare
  this merge;
  place record;
  found record;
  moved jsonb;
begin
  select * into this from merge m
  where m.id = carry_out.merge and m.merged_by_id = access.member_id() and m.undone_at is null
    and not exists (select from merges.merged_row r where r.merge_id = m.id);
  if this.id is null or not access.reads_files() or not merges.lock_persons(this.kept_id, this.duplicate_id, null) then
    return 'beneficiary';
  end if;
  for place in select * from merges.places() loop
    for found in execute format('select jsonb_object(%L, array[%s]::text[]) as key, to_jsonb(t) as row from %s t where t.%I = $1 for update',
      place.key, merges.columns('t', place.key), place."table", place."column") using this.duplicate_id
    loop
      begin
        execute format('update %1$s t set %2$I = $1 from jsonb_populate_record(null::%1$s, $2) k where (%3$s) = (%4$s) returning jsonb_object(%5$L, array[%3$s]::text[])',
          place."table", place."column", merges.columns('t', place.key), merges.columns('k', place.key), place.key)
          into moved using this.kept_id, found.key;
        insert into merges.merged_row values (this.id, place."table", place."column", moved, null);
      exception when unique_violation or exclusion_violation then
        -- Of two pathways under way each is work of its own; all else says the same thing twice.
        if place."table" = 'public.pathway' then return place."table"; end if;
        begin
          execute format('delete from %1$s t using jsonb_populate_record(null::%1$s, $1) k where (%2$s) = (%3$s)',
            place."table", merges.columns('t', place.key), merges.columns('k', place.key)) using found.key;
        exception when foreign_key_violation then
          return place."table";
        end;
        insert into merges.merged_row values (this.id, place."table", place."column", found.key, found.row);
      end;
    end loop;
  end loop;
  update beneficiary set merged_into_id = this.kept_id where id = this.duplicate_id;
  return null;
end $$;

-- Gives the duplicate of a merge that is marked as undone everything back. Null when done; else why not, as above.
create function merges.undo(merge uuid) returns text language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare
  this merge;
  found merges.merged_row;
  key text[];
begin
  select * into this from merge m where m.id = undo.merge and m.undone_by_id = access.member_id();
  if this.id is null or not access.reads_files()
    or not merges.lock_persons(this.kept_id, this.duplicate_id, this.kept_id) then
    return 'beneficiary';
  end if;
  update beneficiary set merged_into_id = null where id = this.duplicate_id;
  for found in select * from merges.merged_row r where r.merge_id = this.id loop
    if found.set_aside is not null then
      execute format('insert into %1$s overriding system value select * from jsonb_populate_record(null::%1$s, $1)', found."table")
        using found.set_aside;
    else
      key := array(select jsonb_object_keys(found.key));
      execute format('update %1$s t set %2$I = $1 from jsonb_populate_record(null::%1$s, $2) k where (%3$s) = (%4$s) and t.%2$I = $3',
        found."table", found."column", merges.columns('t', key), merges.columns('k', key))
        using this.duplicate_id, found.key, this.kept_id;
    end if;
  end loop;
  delete from merges.merged_row r where r.merge_id = this.id;
  return null;
end $$;
`;

const me = '(select access.partner_id())';

const policies = `
-- A merged person is nobody's to see: the file goes on under the kept one.
drop policy "shared" on "beneficiary";
create policy "shared" on "beneficiary" for select to "hub_partner" using (merged_into_id is null and exists (
    select from sharing s
    where s.beneficiary_id = beneficiary.id and s.partner_id = ${me} and s.scope >= 'IDENTITY'
      and s.ended_at is null and (s.until is null or s.until > now())
  ));
drop policy "register" on "beneficiary";
create policy "register" on "beneficiary" for insert to "hub_partner" with check ((select access.reads_files()) and referent_id = ${me} and created_by_id = (select access.member_id()) and merged_into_id is null);

alter table "merge" enable row level security;
alter table "merge" force row level security;
create policy "own" on "merge" for select to "hub_partner" using ((select access.reads_files()) and partner_id = ${me});
create policy "begin" on "merge" for insert to "hub_partner" with check ((select access.reads_files()) and partner_id = ${me} and merged_by_id = (select access.member_id())
        and undone_at is null and ${me} = all (array[access.referent(kept_id), access.referent(duplicate_id)]));
create policy "undo" on "merge" for update to "hub_partner" using ((select access.reads_files()) and partner_id = ${me} and undone_at is null) with check (undone_at is not null and undone_by_id = (select access.member_id()));
create policy "merges" on "merge" for select to "hub_merges" using (true);

alter table merges.merged_row enable row level security;
alter table merges.merged_row force row level security;
create policy merges on merges.merged_row to hub_merges using (true) with check (true);
`;

const rights = `
grant select, insert on merge to hub_partner;
grant update (undone_at, undone_by_id) on merge to hub_partner;
grant select on merge to hub_merges;
grant select, insert, delete on merges.merged_row to hub_merges;

revoke all on all functions in schema merges from public;
revoke all on function access.kept(text) from public;
grant usage on schema merges to hub_partner, hub_merges;
grant usage on schema public, access to hub_merges;
grant execute on function access.partner_id(), access.member_id(), access.reads_files() to hub_merges;
grant execute on function merges.places(), merges.columns(text, text[]) to hub_merges;
grant execute on function merges.follow() to current_user;
grant execute on function merges.trigrams(text), merges.likeness(text, text), merges.digits_swapped(date, date),
  merges.suspected(uuid), merges.lock_persons(uuid, uuid, uuid), merges.carry_out(uuid), merges.undo(uuid) to hub_partner;
grant execute on function access.kept(text) to hub_partner;
select merges.cover();

grant create on schema access to hub_access;
alter function access.kept(text) owner to hub_access;
revoke create on schema access from hub_access;
grant create on schema merges to hub_merges;
alter function merges.follow() owner to hub_merges;
alter function merges.lock_persons(uuid, uuid, uuid) owner to hub_merges;
alter function merges.carry_out(uuid) owner to hub_merges;
alter function merges.undo(uuid) owner to hub_merges;
revoke create on schema merges from hub_merges;
`;
