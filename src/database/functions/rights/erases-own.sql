-- Whether the person is erased when the retention period of the viewer's partner ends.
create or replace function rights.erases_own(person uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp
begin atomic
  select f.erases from rights.files(person) f
  where f.partner_id = access.partner_id()
    and (select current_setting('app.role', true)) = any (array['DATA_PROTECTION_OFFICER', 'PARTNER_ADMINISTRATOR']);
end;

alter function rights.erases_own(uuid) owner to hub_rights;
revoke all on function rights.erases_own(uuid) from public;
grant execute on function rights.erases_own(uuid) to hub_partner;
