-- The number of rows of its own that the viewer's partner has about a person.
create or replace function rights.own_rows(person uuid) returns int language sql stable security definer set search_path = public, pg_temp
begin atomic
  select case when (select current_setting('app.role', true)) = any (array['DATA_PROTECTION_OFFICER', 'PARTNER_ADMINISTRATOR']) then
    (select sum(cardinality(rights.own_keys(place, access.partner_id(), person))) from rights.own_places() place)::int
    + (select count(*) from attendance a where a.beneficiary_id = person and a.partner_id = access.partner_id())::int
  else 0 end;
end;

alter function rights.own_rows(uuid) owner to hub_rights;
revoke all on function rights.own_rows(uuid) from public;
grant execute on function rights.own_rows(uuid) to hub_partner;
