import { Migration } from '@mikro-orm/migrations';

/** The audit's verification covers the table of pseudonyms: each change of it is a link of a chain of its own. */
export class Migration20261127600001 extends Migration {
  override up(): void {
    this.addSql(tables);
    this.addSql(functions);
    this.addSql(existing);
    this.addSql(guards);
    this.addSql(rights);
  }
}

/*
 * A change says of a pseudonym by which commitment it stands for a person, or that it is gone (null). The salt is
 * in the pseudonym's row and goes with it: so the changes tell nothing of a person who was erased.
 */
const tables = `
alter table audit.subject add column salt uuid not null default gen_random_uuid();

create table audit.subject_change (
  id bigint primary key,
  at timestamptz(3) not null,
  pseudonym uuid not null,
  commitment bytea null,
  previous bytea not null,
  hash bytea not null
);
create index subject_change_of_pseudonym on audit.subject_change (pseudonym, id);

create table audit.subject_head (
  only_one boolean primary key default true check (only_one),
  id bigint not null,
  hash bytea not null
);
insert into audit.subject_head (id, hash) values (0, sha256('partner hub pseudonyms'::bytea));
`;

const functions = `
create function audit.commitment(pseudonym uuid, salt uuid, person uuid) returns bytea language sql immutable
  set search_path = pg_catalog, pg_temp as $$
  select sha256(convert_to(concat_ws('|', pseudonym, salt, person), 'UTF8'))
$$;

create function audit.change_content(id bigint, at timestamptz, pseudonym uuid, commitment bytea) returns bytea
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select convert_to(concat_ws('|', id, extract(epoch from at), pseudonym, encode(commitment, 'hex')), 'UTF8')
$$;

create function audit.record_change(of_pseudonym uuid, committed bytea) returns void language plpgsql
  set search_path = public, pg_temp as $$
declare
  tip audit.subject_head;
  moment timestamptz(3);
  before bytea;
begin
  select * into strict tip from audit.subject_head for update;
  moment := clock_timestamp();
  tip.id := tip.id + 1;
  before := tip.hash;
  tip.hash := sha256(before || audit.change_content(tip.id, moment, of_pseudonym, committed));
  insert into audit.subject_change values (tip.id, moment, of_pseudonym, committed, before, tip.hash);
  update audit.subject_head set id = tip.id, hash = tip.hash;
end $$;

-- At the end of the transaction: no lock is taken after the head's, so nobody waits for each other.
create function audit.record_subject() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if tg_op <> 'DELETE' then
    perform audit.record_change(new.pseudonym, audit.commitment(new.pseudonym, new.salt, new.beneficiary_id));
  elsif exists (select from beneficiary b where b.id = old.beneficiary_id) then
    raise exception 'a pseudonym goes with its person' using errcode = '42501';
  else
    perform audit.record_change(old.pseudonym, null);
  end if;
  return null;
end $$;

-- Refuses to all but the named roles: pseudonyms come with entries, and change when persons are merged.
create function audit.guard_subject() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if current_user = any (tg_argv) then return new; end if;
  raise exception 'pseudonyms are changed by the hub alone' using errcode = '42501';
end $$;

-- How many pseudonyms there are; the first change whose place in the chain is broken; and a pseudonym that was
-- changed, added or removed without a change.
create function audit.verify_subjects() returns table (pseudonyms bigint, broken_change bigint, broken_pseudonym uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  with chain as (
    select c.id, c.hash, c.previous,
      sha256(c.previous || audit.change_content(c.id, c.at, c.pseudonym, c.commitment)) as computed,
      lag(c.id, 1, 0::bigint) over (order by c.id) as id_before,
      lag(c.hash, 1, sha256('partner hub pseudonyms'::bytea)) over (order by c.id) as hash_before
    from audit.subject_change c
  ), wrong_change as (
    select c.id from chain c where c.hash <> c.computed or c.previous <> c.hash_before or c.id <> c.id_before + 1
    union all
    -- What was cut off at the end.
    select coalesce((select max(id) from chain), 0) + 1 from audit.subject_head h
    where h.id <> coalesce((select max(id) from chain), 0)
      or h.hash <> coalesce((select hash from chain order by id desc limit 1), sha256('partner hub pseudonyms'::bytea))
  ), latest as (
    select distinct on (c.pseudonym) c.pseudonym, c.commitment from audit.subject_change c order by c.pseudonym, c.id desc
  ), wrong_pseudonym as (
    select coalesce(s.pseudonym, l.pseudonym) as pseudonym
    from audit.subject s full join (select * from latest where commitment is not null) l on l.pseudonym = s.pseudonym
    where l.commitment is distinct from audit.commitment(s.pseudonym, s.salt, s.beneficiary_id)
  )
  select (select count(*) from audit.subject), (select min(id) from wrong_change),
    (select pseudonym from wrong_pseudonym order by pseudonym limit 1)
$$;
`;

/** Policies bind the owner too, and none is for the owner. */
const existing = `
alter table audit.subject no force row level security;
do $$ begin
  perform audit.record_change(s.pseudonym, audit.commitment(s.pseudonym, s.salt, s.beneficiary_id))
    from (select * from audit.subject order by pseudonym) s;
end $$;
alter table audit.subject force row level security;
`;

const guards = `
create constraint trigger record after insert or update or delete on audit.subject
  deferrable initially deferred for each row execute function audit.record_subject();
create trigger guard_insert before insert on audit.subject for each row execute function audit.guard_subject('hub_audit');
create trigger guard_update before update on audit.subject for each row execute function audit.guard_subject('hub_merges');
create trigger refuse_truncate before truncate on audit.subject for each statement execute function audit.refuse();
create trigger refuse before update or delete on audit.subject_change for each row execute function audit.refuse();
create trigger refuse_truncate before truncate on audit.subject_change for each statement execute function audit.refuse();

alter table audit.subject_change enable row level security;
alter table audit.subject_change force row level security;
alter table audit.subject_head enable row level security;
alter table audit.subject_head force row level security;
create policy audit on audit.subject_change to hub_audit using (true) with check (true);
create policy audit on audit.subject_head to hub_audit using (true) with check (true);
`;

const rights = `
revoke all on function audit.commitment(uuid, uuid, uuid), audit.change_content(bigint, timestamptz, uuid, bytea),
  audit.record_change(uuid, bytea), audit.record_subject(), audit.guard_subject(), audit.verify_subjects() from public;
grant select, insert on audit.subject_change to hub_audit;
grant select, update on audit.subject_head to hub_audit;
grant execute on function audit.commitment(uuid, uuid, uuid), audit.change_content(bigint, timestamptz, uuid, bytea),
  audit.record_change(uuid, bytea) to hub_audit;
grant execute on function audit.verify_subjects() to hub_system;
alter function audit.record_subject() owner to hub_audit;
alter function audit.verify_subjects() owner to hub_audit;
`;
