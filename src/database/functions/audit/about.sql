-- The entries about a person. A function, because a row policy would prevent the use of the index.
create or replace function audit.about(person uuid) returns bigint[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(e.id), '{}') from audit.entry e
  where e.subjects && (select array_agg(s.pseudonym) from audit.subject s where s.beneficiary_id = person)
$$;

alter function audit.about(uuid) owner to hub_audit;
revoke all on function audit.about(uuid) from public;
grant execute on function audit.about(uuid) to hub_partner;
