-- The legal reason to keep the file of the viewer's partner on a person, or the person, if it would be erased.
create or replace function rights.kept_own(person uuid) returns text language sql stable security definer
  set search_path = public, pg_temp
begin atomic
  select min(k.kept) from rights.files(person) f
  join rights.kept_of(array[person]) k on f.erases or k.partner_id = f.partner_id
  where f.partner_id = access.partner_id()
    and (select current_setting('app.role', true)) = any (array['DATA_PROTECTION_OFFICER', 'PARTNER_ADMINISTRATOR']);
end;

alter function rights.kept_own(uuid) owner to hub_rights;
revoke all on function rights.kept_own(uuid) from public;
grant execute on function rights.kept_own(uuid) to hub_partner;
