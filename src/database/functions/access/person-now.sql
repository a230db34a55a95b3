-- The person who has the file now: for a merged person, the kept one. It does not check whether the viewer may see
-- that person: the policies do.
create or replace function access.person_now(person uuid) returns uuid language sql stable security definer
  set search_path = public, pg_temp
begin atomic
  select coalesce((select b.merged_into_id from beneficiary b where b.id = person), person);
end;

alter function access.person_now(uuid) owner to hub_access;
revoke all on function access.person_now(uuid) from public;
grant execute on function access.person_now(uuid) to hub_partner;
