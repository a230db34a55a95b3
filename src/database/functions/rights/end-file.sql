-- Deletes a partner's own rows about a person and ends its access to the person. The referent keeps its
-- responsibility for the person as long as another partner is in contact. Returns the number of deleted rows.
create or replace function rights.end_file(of_partner uuid, person uuid) returns int language plpgsql
  set search_path = public, pg_temp
as $$
declare
  place regclass;
  gone uuid[] := rights.leave_forums(person, of_partner);
begin
  for place in select * from rights.own_places() loop
    gone := gone || rights.remove(place, 'id', rights.own_keys(place, of_partner, person));
  end loop;
  perform rights.forget(gone);
  update sharing s set ended_at = now(), end_reason = 'RETENTION'
    where s.beneficiary_id = person and s.partner_id = of_partner and s.ended_at is null and s.basis <> 'REFERENT';
  -- The days of contact were deleted with the rows: the remaining ones must not count as a later contact.
  update rights.retained k set ended_at = now(), last_on = coalesce(
      (select c.last_on from last_contact c where c.beneficiary_id = person and c.partner_id = of_partner), k.last_on)
    where k.beneficiary_id = person and k.partner_id = of_partner;
  return cardinality(gone);
end $$;

revoke all on function rights.end_file(uuid, uuid) from public;
grant execute on function rights.end_file(uuid, uuid) to hub_rights;
