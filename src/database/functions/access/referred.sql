-- Whether the viewer's partner sent or drafted the referral for the person.
create or replace function access.referred(referral uuid, person uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp
as $$
  select exists (select from referral r
    where r.id = referral and r.beneficiary_id = person and r.from_id = access.partner_id())
$$;

alter function access.referred(uuid, uuid) owner to hub_access;
revoke all on function access.referred(uuid, uuid) from public;
grant execute on function access.referred(uuid, uuid) to hub_partner;
