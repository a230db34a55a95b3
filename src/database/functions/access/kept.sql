-- The person into whom the person with this fingerprint was merged, if the viewer may see that person.
create or replace function access.kept(print text) returns uuid language sql stable security definer
  set search_path = public, pg_temp
as $$
  select b.merged_into_id from beneficiary b
  where b.fingerprint = print and access.scope(b.merged_into_id) is not null
$$;

alter function access.kept(text) owner to hub_access;
revoke all on function access.kept(text) from public;
grant execute on function access.kept(text) to hub_partner;
