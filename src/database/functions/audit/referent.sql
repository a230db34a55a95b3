-- The referent of a person.
create or replace function audit.referent(person uuid) returns uuid language sql stable set search_path = public, pg_temp as $$
  select b.referent_id from beneficiary b where b.id = person
$$;

revoke all on function audit.referent(uuid) from public;
grant execute on function audit.referent(uuid) to hub_audit;
