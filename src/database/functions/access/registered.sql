-- The person with this fingerprint; for a merged person, the kept one. For the hub only, because the answer reveals
-- whether a person is registered.
create or replace function access.registered(print text) returns table (id uuid, referent_id uuid) language plpgsql stable security definer
  set search_path = public, pg_temp
as $$
begin
  return query select k.id, k.referent_id from beneficiary b join beneficiary k on k.id = coalesce(b.merged_into_id, b.id)
    where b.fingerprint = print;
end $$;

alter function access.registered(text) owner to hub_access;
revoke all on function access.registered(text) from public;
grant execute on function access.registered(text) to hub_system;
