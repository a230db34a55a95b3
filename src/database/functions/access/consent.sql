-- The dates against which a new agreement of a person with a partner is checked: when the person was informed, and
-- when the person last withdrew from the partner. No row when the viewer's partner does not see the person.
create or replace function access.consent(person uuid, partner uuid) returns table (informed_on date, withdrawn_at timestamptz, withdrawn_on date)
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  -- Locks before reading, so that a concurrent withdrawal has ended.
  perform access.lock_sharings(person);
  return query
    select b.informed_on, w.at, access.day(w.at)
    from beneficiary b, lateral (
      select max(s.withdrawn_at)::timestamptz as at from sharing s where s.beneficiary_id = b.id and s.partner_id = partner) w
    where b.id = person and access.scope(person) is not null;
end $$;

alter function access.consent(uuid, uuid) owner to hub_access;
revoke all on function access.consent(uuid, uuid) from public;
grant execute on function access.consent(uuid, uuid) to hub_partner;
