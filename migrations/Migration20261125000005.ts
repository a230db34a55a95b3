import { Migration } from '@mikro-orm/migrations';

/** Erasure: what leaves nothing of a person behind but a coarse count. */
export class Migration20261125000005 extends Migration {
  override up(): void {
    this.addSql(tables);
    this.addSql(reach);
    this.addSql(erasing);
    this.addSql(policies);
    this.addSql(rights);
  }
}

const tables = `
create type "erasure_reason" as enum ('REQUEST', 'MISTAKE', 'RETENTION');
create table "erased_count" (
  "id" uuid not null,
  "partner_id" uuid not null,
  "first_year" int not null,
  "reason" "erasure_reason" not null,
  "people" int not null,
  primary key ("id")
);
alter table "erased_count" add constraint "erased_count_partner_id_first_year_reason_unique" unique ("partner_id", "first_year", "reason");
alter table "erased_count" add constraint "erased_count_partner_id_foreign" foreign key ("partner_id") references "partner" ("id");
create schema rights;
`;

const reach = `
-- The foreign keys by which rows fall with the row that they name: those that the database does not empty by
-- itself, and those by which a person names another (a duplicate falls with the person that it was merged into).
create function rights.ties() returns table (child regclass, child_column text, parent regclass, parent_column text)
  language sql stable set search_path = public, pg_temp
begin atomic
  select c.conrelid::regclass, a.attname::text, c.confrelid::regclass, p.attname::text
  from pg_constraint c
  join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
  join pg_attribute p on p.attrelid = c.confrelid and p.attnum = c.confkey[1]
  where c.contype = 'f' and c.conparentid = 0 and cardinality(c.conkey) = 1
    and (c.confdeltype <> 'n' or c.confrelid = 'public.beneficiary'::regclass and c.conrelid = c.confrelid)
  order by 1, 2;
end;

-- Every table with rows that fall with a person.
create function rights.reached() returns setof regclass language sql stable set search_path = public, pg_temp
begin atomic
  with recursive reached(place) as (
    select 'public.beneficiary'::regclass
    union
    select t.child from rights.ties() t join reached on reached.place = t.parent
  )
  select place from reached;
end;

-- Lets erasure reach every table that names a person. Called whenever migrations have run; changes only what is new.
create function rights.cover() returns void language plpgsql as $$
declare
  place regclass;
begin
  for place in
    select r from rights.reached() r union select unnest(array['event', 'idempotency_key', 'attendance', 'link_request']::regclass[])
  loop
    if not exists (select from pg_policy where polrelid = place and polname = 'erase') then
      execute format('create policy erase on %s to hub_rights using (true) with check (true)', place);
      execute format('grant select, delete on %s to hub_rights', place);
    end if;
  end loop;
end $$;
`;

const erasing = `
-- Removes the rows whose column holds one of the keys, after all that falls with them; the ids of what went.
create function rights.remove(place regclass, of_column text, keys text[]) returns uuid[] language plpgsql
  set search_path = public, pg_temp
as $$
declare
  tie record;
  named text[];
  gone uuid[] := '{}';
  ids uuid[];
begin
  for tie in select * from rights.ties() t where t.parent = place loop
    execute format('select array_agg(%I::text) from %s where %I::text = any ($1)', tie.parent_column, place, of_column)
      into named using keys;
    if named is not null then
      gone := gone || rights.remove(tie.child, tie.child_column, named);
    end if;
  end loop;
  execute format(
    'with removed as (delete from %s t where %I::text = any ($1) returning to_jsonb(t) ->> ''id'' as id)
      select array_agg(id::uuid) from removed where id ~ ''^[0-9a-f]{8}-''', place, of_column)
    into ids using keys;
  return gone || coalesce(ids, '{}');
end $$;

-- What law keeps of a person for now: CONTRACT, one under the clause that is not over; HOURS, validated in this
-- calendar year, of which the buyer is still to be told. Null when nothing.
create function rights.kept_by_law(person uuid) returns text language sql stable set search_path = public, pg_temp
begin atomic
  select case
    when exists (select from clause_contract c where c.beneficiary_id = person
      and (c.ends_on is null or c.ends_on >= (now() at time zone 'Europe/Paris')::date)) then 'CONTRACT'
    when exists (select from hours_entry h join clause_contract c on c.id = h.contract_id
      where c.beneficiary_id = person and h.status = 'VALIDATED'
        and (h.decided_at at time zone 'Europe/Paris') >= date_trunc('year', now() at time zone 'Europe/Paris')) then 'HOURS'
  end;
end;

-- Erases a person for whom the viewer's partner answers. kept: what law keeps, and nothing was done; counted: the
-- row that counts the person among others. No row when the person is absent or not the viewer's to erase.
create function rights.erase(person uuid, because erasure_reason) returns table (kept text, counted uuid)
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  referent uuid;
  year int;
  gone uuid[];
begin
  if coalesce(current_setting('app.role', true), '') <> all (array['DATA_PROTECTION_OFFICER', 'PARTNER_ADMINISTRATOR']) then
    return;
  end if;
  select b.referent_id, extract(year from coalesce(
      (select min(p.started_on) from pathway p where p.beneficiary_id = b.id), b.created_at::date))
    into referent, year
    from beneficiary b where b.id = person and b.referent_id = access.partner_id() for update;
  if not found then return; end if;
  kept := rights.kept_by_law(person);
  if kept is not null then
    return next;
    return;
  end if;
  select coalesce(array_agg(a.id), '{}') into gone from attendance a where a.beneficiary_id = person;
  update attendance a set beneficiary_id = null, agreed_on = null, method = null, exhibitor_id = null, referral_id = null
    where a.id = any (gone);
  -- Who asked for a link wrote why, in words about the person.
  gone := gone || rights.remove('link_request', 'id', array(
    select m.request_id::text from link_match m where m.beneficiary_id = person));
  gone := gone || rights.remove('beneficiary', 'id', array[person::text]);
  delete from event e where e.subject = any (gone);
  delete from idempotency_key k where exists (
    select from unnest(gone) it where position(it::text in k.outcome::text) > 0);
  insert into erased_count as c (id, partner_id, first_year, reason, people)
    values (gen_random_uuid(), referent, year, because, 1)
    on conflict (partner_id, first_year, reason) do update set people = c.people + 1
    returning c.id into counted;
  return next;
end $$;
`;

const answers = `partner_id = (select access.partner_id()) and (select current_setting('app.role', true)) = any (array['DATA_PROTECTION_OFFICER', 'PARTNER_ADMINISTRATOR'])`;

const policies = `
alter table "erased_count" enable row level security;
alter table "erased_count" force row level security;
create policy "answer" on "erased_count" for select to "hub_partner" using (${answers});
create policy "count" on "erased_count" to "hub_rights" using (true) with check (true);
`;

const rights = `
grant select on erased_count to hub_partner;
grant select, insert on erased_count to hub_rights;
grant update (people) on erased_count to hub_rights;
grant update (beneficiary_id, agreed_on, method, exhibitor_id, referral_id) on attendance to hub_rights;
-- A row is locked by whoever may change a column of it.
grant update (district) on beneficiary to hub_rights;

revoke all on all functions in schema rights from public;
grant usage on schema rights to hub_partner, hub_rights;
grant usage on schema public, access to hub_rights;
grant execute on function access.partner_id() to hub_rights;
grant execute on function rights.ties(), rights.remove(regclass, text, text[]), rights.kept_by_law(uuid) to hub_rights;
grant execute on function rights.erase(uuid, erasure_reason) to hub_partner;
select rights.cover();

grant create on schema rights to hub_rights;
alter function rights.erase(uuid, erasure_reason) owner to hub_rights;
revoke create on schema rights from hub_rights;
`;
