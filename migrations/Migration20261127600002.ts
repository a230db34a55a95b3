import { Migration } from '@mikro-orm/migrations';

/** Searches about persons are in the audit, with what they found; those with few letters have a budget. */
export class Migration20261127600002 extends Migration {
  override up(): void {
    this.addSql("alter type audit.disclosure_via add value 'SEARCH'");
    this.addSql(content);
    this.addSql(entries);
    this.addSql(trail);
    this.addSql(budget);
  }
}

/** What an entry's hash covers. Of an entry without a count it is what it was before. */
const content = `
create function audit.content(id bigint, at timestamptz, member_id uuid, partner_id uuid, role public.member_role, via audit.disclosure_via, operation text, subjects uuid[], found int)
returns bytea language sql stable set search_path = pg_catalog, pg_temp as $$
  select convert_to(concat_ws('|', id, extract(epoch from at), member_id, partner_id, role, via, operation, array_to_string(subjects, ','), found), 'UTF8')
$$;
revoke all on function audit.content(bigint, timestamptz, uuid, uuid, member_role, audit.disclosure_via, text, uuid[], int) from public;
grant execute on function audit.content(bigint, timestamptz, uuid, uuid, member_role, audit.disclosure_via, text, uuid[], int) to hub_audit;
`;

/** By the role that owns the entries and these functions. */
const entries = `
set local role hub_audit;
alter table audit.entry add column found int null;

create or replace function audit.append(disclosures jsonb) returns void language plpgsql security definer set search_path = public, pg_temp as $$
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
      (disclosure ->> 'role')::member_role, (disclosure ->> 'via')::audit.disclosure_via, disclosure ->> 'operation', seen,
      (disclosure ->> 'found')::int));
    insert into audit.entry (id, at, member_id, partner_id, role, via, operation, subjects, found, previous, hash)
      values (tip.id, moment, (disclosure ->> 'member')::uuid, (disclosure ->> 'partner')::uuid,
        (disclosure ->> 'role')::member_role, (disclosure ->> 'via')::audit.disclosure_via, disclosure ->> 'operation', seen,
        (disclosure ->> 'found')::int, before, tip.hash);
  end loop;
  update audit.head set id = tip.id, hash = tip.hash;
end $$;

create or replace function audit.verify() returns table (entries bigint, broken bigint) language sql stable security definer set search_path = public, pg_temp as $$
  with chain as (
    select e.id, e.hash, e.previous,
      sha256(e.previous || audit.content(e.id, e.at, e.member_id, e.partner_id, e.role, e.via, e.operation, e.subjects, e.found)) as computed,
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
reset role;
drop function audit.content(bigint, timestamptz, uuid, uuid, member_role, audit.disclosure_via, text, uuid[]);
`;

const trail = `
create or replace view audit_trail with (security_invoker = true) as
select e.id, e.at, e.member_id, e.partner_id, e.role, e.via, e.operation, audit.persons(e.partner_id, e.subjects) as persons, e.found
from audit.entry e;
`;

const budget = `
alter table budget add column kind text not null default 'OPERATIONS';
alter table budget alter column kind drop default;
alter table budget drop constraint budget_pkey, add constraint budget_pkey primary key (member_id, kind);
`;
