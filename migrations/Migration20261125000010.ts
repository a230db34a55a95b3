import { Migration } from '@mikro-orm/migrations';

/** Retention: what nobody has needed for long goes by itself, after a notice. */
export class Migration20261125000010 extends Migration {
  override up(): void {
    this.addSql(tables);
    this.addSql(contacts);
    this.addSql(erasing);
    this.addSql(expiring);
    this.addSql(showing);
    this.addSql(policies);
    this.addSql(rights);
  }
}

const tables = `
create table "retention_run" (
  "id" uuid not null,
  "at" timestamptz(3) not null,
  "partner_id" uuid not null,
  "persons_erased" int not null,
  "rows_removed" int not null,
  primary key ("id")
);
alter table "retention_run" add constraint "retention_run_partner_id_at_unique" unique ("partner_id", "at");
alter table "retention_run" add constraint "retention_run_partner_id_foreign" foreign key ("partner_id") references "partner" ("id");
create index "sharing_of_beneficiary" on "sharing" ("beneficiary_id", "partner_id", "since");

-- What holds for all processes of the hub, as the last that started was told. Whoever gives notice or removes locks it.
create table rights.retention_rule (
  only_one boolean primary key default true check (only_one),
  months int not null check (months >= 6),
  in_force boolean not null
);
insert into rights.retention_rule (months, in_force) values (24, false);

-- What was done about a partner's file on a person since a last contact. A later contact makes it void.
create table rights.retained (
  partner_id uuid not null references partner (id),
  beneficiary_id uuid not null references beneficiary (id) on delete cascade,
  last_on date not null,
  told_at timestamptz(3) not null,
  ended_at timestamptz(3) null,
  primary key (partner_id, beneficiary_id)
);
create index retained_of_beneficiary on rights.retained (beneficiary_id);
`;

/*
 * Without a pinned search path, and so part of the statement that asks: a row at a time for a whole town would
 * take minutes. Their bodies are bound to the tables when they are made.
 */
const contacts = `
create function rights.today() returns date language sql stable
  return (now() at time zone 'Europe/Paris')::date;

-- The last contact of each partner with a person, and whether the partner has something about the person: rows of its
-- own, or a sharing in force.
create function rights.contacts(person uuid) returns table (partner_id uuid, last_on date, holds boolean) language sql stable
begin atomic
  select c.partner_id, max(c.day), bool_or(c.holds) from (
    select w.partner_id, w.started_on as day, true as holds from pathway w where w.beneficiary_id = person
    union all select s.partner_id, s.occurred_on, true from pathway w join step s on s.pathway_id = w.id where w.beneficiary_id = person
    union all select o.partner_id, o.occurred_on, true from pathway w join outcome o on o.pathway_id = w.id where w.beneficiary_id = person
    union all select a.partner_id, case a.status when 'HONOURED' then (a.at at time zone 'Europe/Paris')::date end, true
      from appointment a where a.beneficiary_id = person
    union all select a.partner_id, f.held_on, true from attendance a join forum f on f.id = a.forum_id where a.beneficiary_id = person
    union all select k.partner_id, (h.month + interval '1 month - 1 day')::date, true from clause_contract k
      left join hours_entry h on h.contract_id = k.id and h.status <> 'REJECTED' where k.beneficiary_id = person
    union all select x.partner_id, null, true from contact x where x.beneficiary_id = person
    union all select x.partner_id, null, true from criterion x where x.beneficiary_id = person
    union all select x.partner_id, null, true from barrier x where x.beneficiary_id = person
    union all select x.partner_id, null, true from objective x where x.beneficiary_id = person
    union all select x.partner_id, null, true from note x where x.beneficiary_id = person
    union all select r.to_id, r.first_contact_on, false from referral r
      where r.beneficiary_id = person and r.first_contact_on is not null
    union all select s.partner_id, (s.since at time zone 'Europe/Paris')::date, s.ended_at is null and (s.until is null or s.until > now())
      from sharing s where s.beneficiary_id = person
  ) c
  group by c.partner_id
  having max(c.day) is not null;
end;

-- Each partner's file on a person: when its time is over, 30 days after the notice at the earliest; whether the person
-- is erased then, because no other partner's time is longer; and whether the partner still has something to lose.
create function rights.files(person uuid)
  returns table (partner_id uuid, last_on date, due_on date, erases boolean, told_at timestamptz, held boolean)
  language sql stable
begin atomic
  select f.partner_id, f.last_on, f.due_on, f.due_on = max(f.due_on) over (), f.told_at, f.held
  from (
    select c.partner_id, c.last_on, k.told_at, c.holds and k.ended_at is null as held,
      greatest((c.last_on + make_interval(months => r.months))::date,
        case when c.holds then (coalesce(k.told_at, now()) at time zone 'Europe/Paris')::date + 30 end) as due_on
    from rights.retention_rule r cross join rights.contacts(person) c
    left join rights.retained k
      on k.beneficiary_id = person and k.partner_id = c.partner_id and k.last_on = c.last_on
  ) f;
end;
`;

const erasing = `
-- As before, of one partner's contracts, or of all where none is named.
create function rights.kept_by_law(person uuid, of_partner uuid) returns text language sql stable set search_path = public, pg_temp
begin atomic
  select case
    when exists (select from clause_contract c
      where c.beneficiary_id = person and (of_partner is null or c.partner_id = of_partner)
      and (c.ends_on is null or c.ends_on >= rights.today())) then 'CONTRACT'
    when exists (select from hours_entry h join clause_contract c on c.id = h.contract_id
      where c.beneficiary_id = person and (of_partner is null or c.partner_id = of_partner) and h.status = 'VALIDATED'
        and (h.decided_at at time zone 'Europe/Paris') >= date_trunc('year', now() at time zone 'Europe/Paris')) then 'HOURS'
  end;
end;
create or replace function rights.kept_by_law(person uuid) returns text language sql stable set search_path = public, pg_temp
begin atomic
  select rights.kept_by_law(person, null);
end;

-- What a partner recorded of a person at forums becomes a number of visitors, of whichever partner where none is named.
create function rights.leave_forums(person uuid, of_partner uuid) returns uuid[] language sql
begin atomic
  with left_behind as (
    update attendance a set beneficiary_id = null, agreed_on = null, method = null, exhibitor_id = null, referral_id = null
    where a.beneficiary_id = person and (of_partner is null or a.partner_id = of_partner) returning a.id)
  select coalesce(array_agg(id), '{}') from left_behind;
end;

-- Nobody is told of what has gone, nor gets it as the answer to an act that is repeated.
create function rights.forget(gone uuid[]) returns void language sql
begin atomic
  delete from event e where e.subject = any (gone);
  delete from idempotency_key k where exists (
    select from unnest(gone) it where position(it::text in k.outcome::text) > 0);
end;

-- Erases a person for whom this partner answers, whatever law says. counted: the row that counts the person among others.
create function rights.carry_out(person uuid, referent uuid, because erasure_reason, out counted uuid, out removed int)
  language plpgsql set search_path = public, pg_temp
as $$
declare
  year int;
  gone uuid[];
begin
  select extract(year from coalesce(
      (select min(p.started_on) from pathway p where p.beneficiary_id = b.id), b.created_at::date))
    into year from beneficiary b where b.id = person;
  gone := rights.leave_forums(person, null);
  -- Who asked for a link wrote why, in words about the person.
  gone := gone || rights.remove('link_request', 'id', array(
    select m.request_id::text from link_match m where m.beneficiary_id = person));
  gone := gone || rights.remove('beneficiary', 'id', array[person::text]);
  perform rights.forget(gone);
  removed := cardinality(gone);
  insert into erased_count as c (id, partner_id, first_year, reason, people)
    values (gen_random_uuid(), referent, year, because, 1)
    on conflict (partner_id, first_year, reason) do update set people = c.people + 1
    returning c.id into counted;
end $$;

-- Erases a person for whom the viewer's partner answers. kept: what law keeps, and nothing was done; counted: the
-- row that counts the person among others. No row when the person is absent or not the viewer's to erase.
create or replace function rights.erase(person uuid, because erasure_reason) returns table (kept text, counted uuid)
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if coalesce(current_setting('app.role', true), '') <> all (array['DATA_PROTECTION_OFFICER', 'PARTNER_ADMINISTRATOR']) then
    return;
  end if;
  perform from beneficiary b where b.id = person and b.referent_id = access.partner_id() for update;
  if not found then return; end if;
  kept := rights.kept_by_law(person);
  if kept is null then
    counted := (rights.carry_out(person, access.partner_id(), because)).counted;
  end if;
  return next;
end $$;
`;

const expiring = `
-- The tables in which a partner has rows of its own about persons. What it sees of them ends and is not removed.
create function rights.own_places() returns setof regclass language sql stable set search_path = public, pg_temp
begin atomic
  select t.child from rights.ties() t
  where t.parent = 'public.beneficiary'::regclass and t.child_column = 'beneficiary_id'
    and t.child <> all (array['public.sharing', 'rights.retained']::regclass[])
    and exists (select from pg_attribute a where a.attrelid = t.child and a.attname = 'partner_id');
end;

-- The keys of a partner's own rows about a person in one table, but for those that another partner's rows rest on.
create function rights.own_keys(place regclass, of_partner uuid, person uuid) returns text[] language plpgsql stable
  set search_path = public, pg_temp
as $$
declare
  relied_on text;
  keys text[];
begin
  select string_agg(format(' and not exists (select from %s c where c.%I = t.%I and c.partner_id <> t.partner_id)',
      t.child, t.child_column, t.parent_column), '')
    into relied_on from rights.ties() t
    where t.parent = place and exists (
      select from pg_attribute a where a.attrelid = t.child and a.attname = 'partner_id');
  execute format('select array_agg(t.id::text) from %s t where t.beneficiary_id = $1 and t.partner_id = $2%s', place, relied_on)
    into keys using person, of_partner;
  return coalesce(keys, '{}');
end $$;

-- Removes a partner's own rows about a person and ends what it sees of the person; the referent still answers for
-- the person, as long as another partner is in contact. How many rows went.
create function rights.end_file(of_partner uuid, person uuid) returns int language plpgsql
  set search_path = public, pg_temp
as $$
declare
  place regclass;
  gone uuid[] := rights.leave_forums(person, of_partner);
begin
  for place in select * from rights.own_places() loop
    gone := gone || rights.remove(place, 'id', rights.own_keys(place, of_partner, person));
  end loop;
  perform rights.forget(gone);
  update sharing s set ended_at = now(), end_reason = 'RETENTION'
    where s.beneficiary_id = person and s.partner_id = of_partner and s.ended_at is null and s.basis <> 'REFERENT';
  -- The days of contact have gone with the rows: what is left of them is no later contact.
  update rights.retained k set ended_at = now(), last_on = coalesce(
      (select c.last_on from rights.contacts(person) c where c.partner_id = of_partner), k.last_on)
    where k.beneficiary_id = person and k.partner_id = of_partner;
  return cardinality(gone);
end $$;

create function rights.record_run(of_partner uuid, erased int, removed int) returns void language sql
begin atomic
  insert into retention_run as r (id, at, partner_id, persons_erased, rows_removed)
    values (gen_random_uuid(), now(), of_partner, erased, removed)
    on conflict (partner_id, at) do update
      set persons_erased = r.persons_erased + excluded.persons_erased, rows_removed = r.rows_removed + excluded.rows_removed;
end;

create function rights.set_retention(for_months int, now_in_force boolean) returns void language sql security definer
  set search_path = public, pg_temp
begin atomic
  update rights.retention_rule set months = for_months, in_force = now_in_force;
end;

-- Takes note that partners are told of files whose time is over within 30 days: each once, as long as the person does
-- not come again.
create function rights.give_notice(most int) returns table (partner_id uuid, beneficiary_id uuid)
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform from rights.retention_rule for update skip locked;
  if not found then return; end if;
  return query
    insert into rights.retained as k (partner_id, beneficiary_id, last_on, told_at)
      select f.partner_id, b.id, f.last_on, now()
      from beneficiary b cross join rights.files(b.id) f
      where b.merged_into_id is null and f.held and f.told_at is null and f.due_on <= rights.today() + 30
      limit most
    on conflict on constraint retained_pkey do update
      set last_on = excluded.last_on, told_at = excluded.told_at, ended_at = null
    returning k.partner_id, k.beneficiary_id;
end $$;

-- Removes what is past its time, of some persons; of how many. What law keeps waits until it does no more.
create function rights.expire(most int) returns int language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  person uuid;
  referent uuid;
  of_partner uuid;
  persons int := 0;
begin
  -- One at a time, in every process.
  perform from rights.retention_rule r where r.in_force for update skip locked;
  if not found then return 0; end if;
  for person in
    select b.id from beneficiary b cross join rights.files(b.id) f
    where b.merged_into_id is null and f.due_on <= rights.today()
    group by b.id
    having bool_or(f.erases) and rights.kept_by_law(b.id) is null
      or bool_or(f.held and rights.kept_by_law(b.id, f.partner_id) is null)
    limit most
  loop
    select b.referent_id into referent from beneficiary b where b.id = person for update skip locked;
    continue when not found;
    -- Asked again under the lock: the person may have come meanwhile.
    if rights.kept_by_law(person) is null
      and exists (select from rights.files(person) f where f.erases and f.due_on <= rights.today())
    then
      perform rights.record_run(referent, 1, (rights.carry_out(person, referent, 'RETENTION')).removed);
    else
      for of_partner in
        select f.partner_id from rights.files(person) f
        where f.held and f.due_on <= rights.today() and rights.kept_by_law(person, f.partner_id) is null
      loop
        perform rights.record_run(of_partner, 0, rights.end_file(of_partner, person));
      end loop;
    end if;
    persons := persons + 1;
  end loop;
  return persons;
end $$;
`;

const protects = `(select current_setting('app.role', true)) = any (array['DATA_PROTECTION_OFFICER', 'PARTNER_ADMINISTRATOR'])`;

const showing = `
-- The files of the viewer's partner and when they go; nothing for roles that do not answer for them.
create function rights.due()
  returns table (id uuid, partner_id uuid, last_contact_on date, due_on date, erases_person boolean, told_at timestamptz, kept_by_law text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select p.id, f.partner_id, f.last_on, f.due_on, f.erases, f.told_at, rights.kept_by_law(p.id, case when not f.erases then f.partner_id end)
  from (select distinct s.beneficiary_id as id from sharing s where s.partner_id = access.partner_id() and ${protects}) p
  cross join lateral rights.files(p.id) f
  where f.partner_id = access.partner_id() and f.held;
end;

-- How many rows of its own the viewer's partner has about a person.
create function rights.own_rows(person uuid) returns int language sql stable security definer set search_path = public, pg_temp
begin atomic
  select case when ${protects} then
    (select sum(cardinality(rights.own_keys(place, access.partner_id(), person))) from rights.own_places() place)::int
    + (select count(*) from attendance a where a.beneficiary_id = person and a.partner_id = access.partner_id())::int
  else 0 end;
end;

create view retention_due with (security_invoker = true) as
  select id, partner_id, last_contact_on, due_on, erases_person, told_at, kept_by_law
  from rights.due() due(id, partner_id, last_contact_on, due_on, erases_person, told_at, kept_by_law);
`;

const policies = `
alter table "retention_run" enable row level security;
alter table "retention_run" force row level security;
create policy "answer" on "retention_run" for select to "hub_partner" using (partner_id = (select access.partner_id()) and ${protects});
create policy "count" on "retention_run" to "hub_rights" using (true) with check (true);
alter table rights.retention_rule enable row level security;
alter table rights.retention_rule force row level security;
create policy retention on rights.retention_rule to hub_rights using (true) with check (true);
alter table rights.retained enable row level security;
alter table rights.retained force row level security;
create policy retention on rights.retained to hub_rights using (true) with check (true);
create policy "retention" on "forum" for select to "hub_rights" using (true);
drop policy "addressee" on "event";
create policy "addressee" on "event" for select to "hub_partner" using (partner_id = (select access.partner_id()) and case when topic = 'CLAUSE' then (select current_setting('app.role', true)) = 'CLAUSE_FACILITATOR' when topic = 'RETENTION' then ${protects} else (select access.reads_files()) end);
`;

const rights = `
grant select on retention_run, retention_due to hub_partner;
grant select, insert, update on retention_run to hub_rights;
grant select, update on rights.retention_rule to hub_rights;
grant select, insert, update on rights.retained to hub_rights;
grant select on forum to hub_rights;
grant update (ended_at, end_reason) on sharing to hub_rights;

revoke all on all functions in schema rights from public;
grant usage on schema rights to hub_retention, hub_system, hub_merges;
grant execute on all functions in schema rights to hub_rights;
grant execute on function rights.due(), rights.own_rows(uuid) to hub_partner;
grant execute on function rights.give_notice(int) to hub_system;
grant execute on function rights.set_retention(int, boolean), rights.expire(int) to hub_retention;
select rights.cover();

grant create on schema rights to hub_rights;
alter function rights.due() owner to hub_rights;
alter function rights.own_rows(uuid) owner to hub_rights;
alter function rights.set_retention(int, boolean) owner to hub_rights;
alter function rights.give_notice(int) owner to hub_rights;
alter function rights.expire(int) owner to hub_rights;
revoke create on schema rights from hub_rights;
`;
