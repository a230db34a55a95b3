-- Erases a person whose referent is the viewer's partner. kept: the legal reason to keep the person; then nothing
-- was done. counted: the row of statistics in which the person is counted. No row when the person is absent, merged,
-- or not the viewer's to erase.
create or replace function rights.erase(person uuid, because erasure_reason) returns table (kept text, counted uuid)
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if coalesce(current_setting('app.role', true), '') <> all (array['DATA_PROTECTION_OFFICER', 'PARTNER_ADMINISTRATOR']) then
    return;
  end if;
  perform from beneficiary b
    where b.id = person and b.referent_id = access.partner_id() and b.merged_into_id is null for update;
  if not found then return; end if;
  kept := rights.kept_by_law(person);
  if kept is null then
    counted := (rights.carry_out(person, access.partner_id(), because)).counted;
  end if;
  return next;
end $$;

alter function rights.erase(uuid, erasure_reason) owner to hub_rights;
revoke all on function rights.erase(uuid, erasure_reason) from public;
grant execute on function rights.erase(uuid, erasure_reason) to hub_partner;
