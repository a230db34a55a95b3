-- Whether the viewer may hand out the file of a person whose referent is its partner. A data protection officer has
-- no access to files otherwise: for this role, the function opens the partner's files until the transaction ends.
-- The row policies then show what they show to a caseworker, and no more.
create or replace function rights.open_file(person uuid) returns boolean language plpgsql volatile security definer
  set search_path = public, pg_temp
as $$
declare
  viewing text := coalesce(current_setting('app.role', true), '');
begin
  if viewing <> all (array['CASEWORKER', 'PARTNER_ADMINISTRATOR', 'DATA_PROTECTION_OFFICER'])
    or not exists (select from beneficiary b
      where b.id = person and b.referent_id = access.partner_id() and b.merged_into_id is null)
  then
    return false;
  end if;
  if viewing = 'DATA_PROTECTION_OFFICER' then
    perform set_config('app.role', 'CASEWORKER', true);
  end if;
  return true;
end $$;

alter function rights.open_file(uuid) owner to hub_rights;
revoke all on function rights.open_file(uuid) from public;
grant execute on function rights.open_file(uuid) to hub_partner;
