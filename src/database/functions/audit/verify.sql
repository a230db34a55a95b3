-- Verifies the audit: the number of entries, and the first one at which the chain is broken.
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
    -- Entries removed from the end of the chain.
    select coalesce((select max(id) from chain), s.id) + 1 from start s, audit.head h
    where h.id <> coalesce((select max(id) from chain), s.id)
      or h.hash <> coalesce((select hash from chain order by id desc limit 1), s.hash)
  )
  select (select count(*) from chain), (select min(id) from wrong)
$$;

alter function audit.verify() owner to hub_audit;
revoke all on function audit.verify() from public;
grant execute on function audit.verify() to hub_system;
