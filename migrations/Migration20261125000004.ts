import { Migration } from '@mikro-orm/migrations';

/** The audit: who was shown which person. */
export class Migration20261125000004 extends Migration {
  override up(): void {
    this.addSql(tables);
    this.addSql(functions);
    this.addSql(policies);
    this.addSql(rights);
  }
}

const tables = `
create schema audit;
create type audit.disclosure_via as enum ('QUERY', 'MUTATION', 'SUBSCRIPTION', 'SHEET', 'EXPORT');

create table audit.entry (
  id bigint not null,
  at timestamptz(3) not null,
  member_id uuid not null,
  partner_id uuid not null,
  role member_role not null,
  via audit.disclosure_via not null,
  operation text not null,
  subjects uuid[] not null,
  previous bytea not null,
  hash bytea not null,
  primary key (id, at)
) partition by range (at);
create index entry_subjects on audit.entry using gin (subjects);

create table audit.subject (
  pseudonym uuid primary key default gen_random_uuid(),
  beneficiary_id uuid not null references beneficiary (id) on delete cascade
);
create index subject_of_beneficiary on audit.subject (beneficiary_id);

create table audit.head (
  only_one boolean primary key default true check (only_one),
  id bigint not null,
  hash bytea not null
);
insert into audit.head (id, hash) values (0, sha256('partner hub audit'::bytea));

create table audit.anchor (
  id bigint primary key,
  hash bytea not null,
  dropped_at timestamptz(3) not null
);
`;

/*
 * The chain: each entry's hash covers the hash before it. Entries name persons by pseudonyms: the row of
 * audit.subject that resolves one goes with the person, the chain stays as it was.
 */
const functions = `
create function audit.content(id bigint, at timestamptz, member_id uuid, partner_id uuid, role public.member_role, via audit.disclosure_via, operation text, subjects uuid[])
returns bytea language sql stable set search_path = pg_catalog, pg_temp as $$
  select convert_to(concat_ws('|', id, extract(epoch from at), member_id, partner_id, role, via, operation, array_to_string(subjects, ',')), 'UTF8')
$$;

create function audit.refuse() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'entries of the audit are never changed' using errcode = '42501';
end $$;

create function audit.partition_for(moment timestamptz) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  first timestamp := date_trunc('month', moment at time zone 'UTC');
  name text := 'entry_' || to_char(first, 'YYYY_MM');
begin
  if to_regclass('audit.' || name) is not null then return; end if;
  execute format('create table audit.%I partition of audit.entry for values from (%L) to (%L)', name,
    first at time zone 'UTC', (first + interval '1 month') at time zone 'UTC');
  execute format('alter table audit.%I enable row level security', name);
  execute format('alter table audit.%I force row level security', name);
  execute format('create policy audit on audit.%I to hub_audit using (true) with check (true)', name);
  execute format('create trigger refuse_truncate before truncate on audit.%I for each statement execute function audit.refuse()', name);
end $$;

create function audit.append(disclosures jsonb) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  tip audit.head;
  moment timestamptz(3);
  disclosure jsonb;
  seen uuid[];
  before bytea;
begin
  -- One at a time, in every process: the next entry's place and hash follow from the last.
  select * into strict tip from audit.head for update;
  moment := clock_timestamp();
  perform audit.partition_for(moment);
  insert into audit.subject (beneficiary_id)
    select distinct p.id::uuid from jsonb_array_elements(disclosures) d, jsonb_array_elements_text(d -> 'persons') p(id)
    where exists (select from beneficiary b where b.id = p.id::uuid)
      and not exists (select from audit.subject s where s.beneficiary_id = p.id::uuid);
  for disclosure in select value from jsonb_array_elements(disclosures) loop
    select coalesce(array_agg(s.pseudonym order by s.pseudonym), '{}') into seen
      from audit.subject s where s.beneficiary_id = any (select jsonb_array_elements_text(disclosure -> 'persons')::uuid);
    tip.id := tip.id + 1;
    before := tip.hash;
    tip.hash := sha256(before || audit.content(tip.id, moment, (disclosure ->> 'member')::uuid, (disclosure ->> 'partner')::uuid,
      (disclosure ->> 'role')::member_role, (disclosure ->> 'via')::audit.disclosure_via, disclosure ->> 'operation', seen));
    insert into audit.entry values (tip.id, moment, (disclosure ->> 'member')::uuid, (disclosure ->> 'partner')::uuid,
      (disclosure ->> 'role')::member_role, (disclosure ->> 'via')::audit.disclosure_via, disclosure ->> 'operation', seen, before, tip.hash);
  end loop;
  update audit.head set id = tip.id, hash = tip.hash;
end $$;

create function audit.verify() returns table (entries bigint, broken bigint) language sql stable security definer set search_path = public, pg_temp as $$
  with chain as (
    select e.id, e.hash, e.previous,
      sha256(e.previous || audit.content(e.id, e.at, e.member_id, e.partner_id, e.role, e.via, e.operation, e.subjects)) as computed,
      lag(e.id) over (order by e.id) as id_before, lag(e.hash) over (order by e.id) as hash_before
    from audit.entry e
  ), start as (
    select coalesce(max(a.id), 0) as id,
      coalesce((select hash from audit.anchor order by id desc limit 1), sha256('partner hub audit'::bytea)) as hash
    from audit.anchor a
  ), wrong as (
    select c.id from chain c, start s
    where c.hash <> c.computed or c.previous <> coalesce(c.hash_before, s.hash) or c.id <> coalesce(c.id_before, s.id) + 1
    union all
    -- What was cut off at the end.
    select coalesce((select max(id) from chain), s.id) + 1 from start s, audit.head h
    where h.id <> coalesce((select max(id) from chain), s.id)
      or h.hash <> coalesce((select hash from chain order by id desc limit 1), s.hash)
  )
  select (select count(*) from chain), (select min(id) from wrong)
$$;

create function audit.expire(months int) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare
  old record;
  dropped int := 0;
begin
  if months < 6 then raise exception 'the audit is kept for at least 6 months' using errcode = '22023'; end if;
  perform from audit.head for update;
  for old in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'audit.entry'::regclass
      and c.relname < 'entry_' || to_char((now() at time zone 'UTC') - make_interval(months => months), 'YYYY_MM')
    order by c.relname
  loop
    execute format('insert into audit.anchor select id, hash, clock_timestamp() from audit.%I order by id desc limit 1', old.relname);
    execute format('drop table audit.%I', old.relname);
    dropped := dropped + 1;
  end loop;
  delete from audit.anchor where id < (select max(id) from audit.anchor);
  return dropped;
end $$;

create function audit.referent(person uuid) returns uuid language sql stable set search_path = public, pg_temp as $$
  select b.referent_id from beneficiary b where b.id = person
$$;

-- Whether somebody in the entry is a person whose file the viewer's partner answers for.
create function audit.concerns(seen uuid[]) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from audit.subject s where s.pseudonym = any (seen) and audit.referent(s.beneficiary_id) = access.partner_id())
$$;

-- Whether the viewer answers for the protection of all data of the town.
create function audit.oversees() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select current_setting('app.role', true) = 'DATA_PROTECTION_OFFICER'
    and exists (select from partner p where p.id = access.partner_id() and p.kind = 'TOWN')
$$;

-- The persons of an entry, as far as they are the viewer's business.
create function audit.persons(by uuid, seen uuid[]) returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(s.beneficiary_id order by s.beneficiary_id), '{}') from audit.subject s
  where s.pseudonym = any (seen) and (
    audit.referent(s.beneficiary_id) = access.partner_id()
    or current_setting('app.role', true) = 'DATA_PROTECTION_OFFICER' and (by = access.partner_id() or audit.oversees()))
$$;

-- The entries about a person, by the index that a row policy would keep from being used.
create function audit.about(person uuid) returns bigint[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(e.id), '{}') from audit.entry e
  where e.subjects && (select array_agg(s.pseudonym) from audit.subject s where s.beneficiary_id = person)
$$;
`;

const policies = `
create view audit_trail with (security_invoker = true) as
select e.id, e.at, e.member_id, e.partner_id, e.role, e.via, e.operation, audit.persons(e.partner_id, e.subjects) as persons
from audit.entry e;

alter table audit.entry enable row level security;
alter table audit.entry force row level security;
alter table audit.subject enable row level security;
alter table audit.subject force row level security;
alter table audit.head enable row level security;
alter table audit.head force row level security;
alter table audit.anchor enable row level security;
alter table audit.anchor force row level security;
create policy audit on audit.entry to hub_audit using (true) with check (true);
create policy audit on audit.subject to hub_audit using (true) with check (true);
create policy audit on audit.head to hub_audit using (true) with check (true);
create policy audit on audit.anchor to hub_audit using (true) with check (true);
create policy trail on audit.entry for select to hub_partner using (case (select current_setting('app.role', true))
  when 'DATA_PROTECTION_OFFICER' then partner_id = (select access.partner_id()) or (select audit.oversees()) or audit.concerns(subjects)
  else (select access.reads_files()) and audit.concerns(subjects)
end);
create trigger refuse before update or delete on audit.entry for each row execute function audit.refuse();
create trigger refuse_truncate before truncate on audit.entry for each statement execute function audit.refuse();
`;

const rights = `
revoke all on all functions in schema audit from public;
grant usage on schema audit to hub_partner, hub_system, hub_retention, hub_audit;
grant usage on schema public, access to hub_audit, hub_retention;
grant execute on function access.partner_id(), audit.referent(uuid) to hub_audit;
grant select on partner to hub_audit;
grant select (id, referent_id) on beneficiary to hub_audit;
create policy "audit" on "beneficiary" for select to "hub_audit" using (true);
create policy "audit" on "partner" for select to "hub_audit" using (true);
grant select, insert on audit.subject to hub_audit;
grant select, update on audit.head to hub_audit;
grant select, insert, delete on audit.anchor to hub_audit;
-- Merging and erasing reach whatever names a person.
grant usage on schema audit to hub_merges, hub_rights;
grant usage on schema merges to hub_rights;
grant select on audit.entry, audit_trail to hub_partner;
grant execute on function audit.concerns(uuid[]), audit.oversees(), audit.persons(uuid, uuid[]), audit.about(uuid) to hub_partner, hub_audit;
grant execute on function audit.append(jsonb), audit.verify() to hub_system;
grant execute on function audit.expire(int) to hub_retention;
grant execute on function audit.content(bigint, timestamptz, uuid, uuid, member_role, audit.disclosure_via, text, uuid[]), audit.partition_for(timestamptz), audit.refuse() to hub_audit;

-- Handed over last: who owns the tables makes and drops their partitions.
grant create on schema audit to hub_audit;
alter table audit.entry owner to hub_audit;
alter function audit.append(jsonb) owner to hub_audit;
alter function audit.verify() owner to hub_audit;
alter function audit.expire(int) owner to hub_audit;
alter function audit.concerns(uuid[]) owner to hub_audit;
alter function audit.oversees() owner to hub_audit;
alter function audit.persons(uuid, uuid[]) owner to hub_audit;
alter function audit.about(uuid) owner to hub_audit;
`;
