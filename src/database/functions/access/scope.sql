-- The scope in which the viewer's partner sees the person now; null when it does not.
create or replace function access.scope(person uuid) returns sharing_scope language sql stable security definer
  set search_path = public, pg_temp
as $$
  select max(s.scope) from sharing s
  where access.reads_files() and s.beneficiary_id = person and s.partner_id = access.partner_id()
    and access.in_force(s.ended_at, s.until)
$$;

alter function access.scope(uuid) owner to hub_access;
revoke all on function access.scope(uuid) from public;
grant execute on function access.scope(uuid) to hub_partner, hub_rights, hub_system;
