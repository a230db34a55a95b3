-- Verifies the pseudonyms: their number; the first change at which the chain is broken; and a pseudonym that was
-- changed, added or removed without a recorded change.
create or replace function audit.verify_subjects() returns table (pseudonyms bigint, broken_change bigint, broken_pseudonym uuid)
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
    -- Changes removed from the end of the chain.
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

alter function audit.verify_subjects() owner to hub_audit;
revoke all on function audit.verify_subjects() from public;
grant execute on function audit.verify_subjects() to hub_system;
