-- The referent of a person, if it is the viewer's partner.
create or replace function access.referent(person uuid) returns uuid language sql stable security definer
  set search_path = public, pg_temp
as $$
  select b.referent_id from beneficiary b where b.id = person and b.referent_id = access.partner_id()
$$;

alter function access.referent(uuid) owner to hub_access;
revoke all on function access.referent(uuid) from public;
grant execute on function access.referent(uuid) to hub_partner, hub_system;
