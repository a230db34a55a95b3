import { Migration } from '@mikro-orm/migrations';

/** A row that repeats the person of the row it belongs to can name no other person, and moves with that row. */
export class Migration20261127100001 extends Migration {
  override up(): void {
    this.addSql(links);
    this.addSql(ties);
    this.addSql(mending);
    this.addSql(covering);
    this.addSql(merging);
    this.addSql(rights);
  }
}

const links = `
alter table "sharing" add column "extends_id" uuid null, add column "link_request_id" uuid null;
create index sharing_extends on sharing (extends_id) where extends_id is not null;
create index sharing_of_link_request on sharing (link_request_id) where link_request_id is not null;
alter table "sharing" add constraint "sharing_extends_id_foreign" foreign key ("extends_id") references "sharing" ("id") on delete set null;
`;

const ties = `
-- Foreign keys by which a row that names a person belongs to another row that names the person, which it does as
-- long as it exists.
create function merges.parents() returns table (child regclass, link text, child_person text, parent regclass, parent_key text, parent_person text)
  language sql stable set search_path = public, pg_temp
begin atomic
  with named as (
    select p."table"::regclass as place, p."column" as person from merges.places() p
    where p."table"::regclass <> 'public.beneficiary'::regclass
  )
  select c.conrelid::regclass, a.attname::text, child.person, c.confrelid::regclass, k.attname::text, parent.person
  from pg_constraint c
  join named child on child.place = c.conrelid
  join named parent on parent.place = c.confrelid
  join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
  join pg_attribute k on k.attrelid = c.confrelid and k.attnum = c.confkey[1]
  join pg_attribute p on p.attrelid = c.confrelid and p.attname = parent.person
  where c.contype = 'f' and c.conparentid = 0 and cardinality(c.conkey) = 1 and p.attnotnull
  order by 1, 2;
end;

-- The composite foreign keys that tie the person of a row to the person of another: whether the row may do without
-- the other one. Made by merges.tie() alone.
create function merges.ties() returns table (child regclass, link text, child_person text, parent regclass, parent_key text, parent_person text, optional boolean)
  language sql stable set search_path = public, pg_temp
begin atomic
  select c.conrelid::regclass, link.attname::text, child.attname::text, c.confrelid::regclass, key.attname::text, parent.attname::text,
    not link.attnotnull
  from pg_constraint c
  join pg_attribute link on link.attrelid = c.conrelid and link.attnum = c.conkey[1]
  join pg_attribute child on child.attrelid = c.conrelid and child.attnum = c.conkey[2]
  join pg_attribute key on key.attrelid = c.confrelid and key.attnum = c.confkey[1]
  join pg_attribute parent on parent.attrelid = c.confrelid and parent.attnum = c.confkey[2]
  where c.contype = 'f' and c.conparentid = 0 and cardinality(c.conkey) = 2 and c.confupdtype = 'c' and c.conname like '%\\_person'
  order by 1, 2;
end;

-- Ties the person of a row to the person of the row that it belongs to. Deferred: a merge moves children first.
create function merges.tie(child regclass, link text, child_person text, parent regclass, parent_key text, parent_person text, on_delete text default '')
  returns void language plpgsql as $$
declare
  target text := (select relname from pg_class where oid = parent) || '_person';
  tie text := (select relname from pg_class where oid = child) || '_' || link || '_person';
begin
  if not exists (select from pg_constraint where conrelid = parent and conname = target) then
    execute format('alter table %s add constraint %I unique (%I, %I)', parent, target, parent_key, parent_person);
  end if;
  if not exists (select from pg_constraint where conrelid = child and conname = tie) then
    execute format('alter table %s add constraint %I foreign key (%I, %I) references %s (%I, %I) on update cascade %s deferrable initially deferred',
      child, tie, link, child_person, parent, parent_key, parent_person, on_delete);
  end if;
end $$;
`;

/*
 * What undone merges left on the wrong person goes to the person of the row that it belongs to. The owner sees
 * every row for that time, because policies are not forced on it.
 */
const mending = `
do $$
declare
  place record;
  tie record;
begin
  for place in select distinct p."table" from merges.places() p where p."table" like 'public.%' loop
    execute format('alter table %s no force row level security', place."table");
  end loop;
  update sharing s set referral_id = null
    where s.referral_id is not null and not exists (select from referral r where r.id = s.referral_id);
  update sharing s set extends_id = old.id from sharing old
    where old.end_reason = 'extended' and s.basis = 'AGREEMENT' and s.partner_id = old.partner_id
      and s.beneficiary_id = old.beneficiary_id and s.since = old.ended_at and s.id <> old.id;
  update sharing s set link_request_id = r.id from link_request r join link_match m on m.request_id = r.id
    where r.accepted and s.basis = 'AGREEMENT' and s.partner_id = r.partner_id and s.informed_by_id = r.member_id
      and s.beneficiary_id = m.beneficiary_id and s.since = r.answered_at;
  -- Those that must have their parent last: they have the last word about a row with two.
  for round in 1..4 loop
    for tie in
      select p.*, a.attnotnull from merges.parents() p
        join pg_attribute a on a.attrelid = p.child and a.attname = p.link
      union all select 'sharing', 'referral_id', 'beneficiary_id', 'referral', 'id', 'beneficiary_id', false
      union all select 'link_request', 'id', 'beneficiary_id', 'link_match', 'request_id', 'beneficiary_id', false
      order by attnotnull
    loop
      execute format('update %s c set %I = p.%I from %s p where p.%I = c.%I and c.%I <> p.%I',
        tie.child, tie.child_person, tie.parent_person, tie.parent, tie.parent_key, tie.link, tie.child_person, tie.parent_person);
    end loop;
  end loop;
  for tie in select * from merges.parents() p join pg_attribute a on a.attrelid = p.child and a.attname = p.link
    where not a.attnotnull
  loop
    execute format('update %s c set %I = null from %s p where p.%I = c.%I and c.%I <> p.%I',
      tie.child, tie.link, tie.parent, tie.parent_key, tie.link, tie.child_person, tie.parent_person);
  end loop;
  for place in select distinct p."table" from merges.places() p where p."table" like 'public.%' loop
    execute format('alter table %s force row level security', place."table");
  end loop;
end $$;
`;

const covering = `
-- Those that no foreign key of their own leads to.
select merges.tie('sharing', 'referral_id', 'beneficiary_id', 'referral', 'id', 'beneficiary_id');
select merges.tie('sharing', 'link_request_id', 'beneficiary_id', 'link_match', 'request_id', 'beneficiary_id', 'on delete set null (link_request_id)');
select merges.tie('link_request', 'id', 'beneficiary_id', 'link_match', 'request_id', 'beneficiary_id');

-- Lets merges reach every table that names a person. Called whenever migrations have run; changes only what is new.
create or replace function merges.cover() returns void language plpgsql as $$
declare
  place record;
  tie record;
begin
  for place in select distinct p."table", p.key from merges.places() p where not exists (
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
  for tie in select * from merges.parents() loop
    perform merges.tie(tie.child, tie.link, tie.child_person, tie.parent, tie.parent_key, tie.parent_person);
  end loop;
  for tie in select * from merges.ties() t where t.optional loop
    execute format('grant update (%I) on %s to hub_merges', tie.link, tie.child);
  end loop;
end $$;
select merges.cover();
`;

const merging = `
-- Places from the rows that belong to others up to those that others belong to: so each row moves by itself, or is
-- set aside by itself.
create function merges.children_first() returns table ("table" text, "column" text, key text[]) language sql stable
  set search_path = public, pg_temp
begin atomic
  with recursive up(child, parent, height) as (
    select t.child, t.parent, 1 from merges.ties() t where t.child <> t.parent
    union
    select up.child, t.parent, up.height + 1 from up join merges.ties() t on t.child = up.parent and t.child <> t.parent
  )
  select p."table", p."column", p.key from merges.places() p
  order by (select coalesce(max(up.height), 0) from up where up.child = p."table"::regclass) desc, 1, 2;
end;

-- As before, children first.
create or replace function merges.carry_out(merge uuid) returns text language plpgsql security definer
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
  for place in select * from merges.children_first() loop
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

-- Once rows have moved back: one that belongs to rows of both persons goes with the one that it must have, and forgets
-- the other one.
create function merges.part(kept uuid, duplicate uuid) returns void language plpgsql set search_path = public, pg_temp as $$
declare
  tie record;
begin
  for tie in select * from merges.ties() t order by t.optional loop
    execute format(case when tie.optional then 'update %1$s c set %5$I = null' else 'update %1$s c set %2$I = p.%3$I' end
        || ' from %4$s p where p.%6$I = c.%5$I and c.%2$I <> p.%3$I and p.%3$I = any (array[$1, $2])',
      tie.child, tie.child_person, tie.parent_person, tie.parent, tie.link, tie.parent_key) using kept, duplicate;
  end loop;
end $$;

-- As before; what came since the merge to a row that goes back goes back with it.
create or replace function merges.undo(merge uuid) returns text language plpgsql security definer
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
  perform merges.part(this.kept_id, this.duplicate_id);
  delete from merges.merged_row r where r.merge_id = this.id;
  return null;
end $$;
`;

const rights = `
revoke all on function merges.parents(), merges.ties(), merges.children_first(), merges.part(uuid, uuid) from public;
revoke all on function merges.tie(regclass, text, text, regclass, text, text, text) from public;
grant execute on function merges.parents(), merges.tie(regclass, text, text, regclass, text, text, text) to current_user;
grant execute on function merges.ties(), merges.children_first(), merges.part(uuid, uuid) to hub_merges, current_user;
`;
