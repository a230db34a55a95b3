-- Whether the viewer's partner and another partner both see a person now.
create or replace function access.both_see(person uuid, other uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp
as $$
  select access.scope(person) is not null and exists (select from sharing s
    where s.beneficiary_id = person and s.partner_id = other and access.in_force(s.ended_at, s.until))
$$;

alter function access.both_see(uuid, uuid) owner to hub_access;
revoke all on function access.both_see(uuid, uuid) from public;
