-- Deletes the reference that the viewer's partner has for a person whom it sees. Also from persons whom it no longer sees, if
-- they have the reference that this person gets.
create or replace function rights.drop_reference(person uuid, replacement text) returns void language sql volatile security definer
  set search_path = public, pg_temp
as $$
  delete from partner_reference r
  where access.reads_files() and r.partner_id = access.partner_id()
    and case when access.scope(r.beneficiary_id) is null then r.reference = replacement else r.beneficiary_id = person end
$$;

alter function rights.drop_reference(uuid, text) owner to hub_rights;
revoke all on function rights.drop_reference(uuid, text) from public;
grant execute on function rights.drop_reference(uuid, text) to hub_partner;
