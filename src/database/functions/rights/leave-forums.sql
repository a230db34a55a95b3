-- Converts the attendances of a person at forums into anonymous counts of visitors, for one partner or for all when
-- none is given.
create or replace function rights.leave_forums(person uuid, of_partner uuid) returns uuid[] language sql
begin atomic
  with left_behind as (
    update attendance a set beneficiary_id = null, agreed_on = null, method = null, exhibitor_id = null, referral_id = null
    where a.beneficiary_id = person and (of_partner is null or a.partner_id = of_partner) returning a.id)
  select coalesce(array_agg(id), '{}') from left_behind;
end;

revoke all on function rights.leave_forums(uuid, uuid) from public;
grant execute on function rights.leave_forums(uuid, uuid) to hub_rights;
