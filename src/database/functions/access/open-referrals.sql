-- The referrals of a person to a partner that are sent and not closed.
create or replace function access.open_referrals(person uuid, partner uuid) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
as $$
  select r.id from referral r
  where r.beneficiary_id = person and r.to_id = partner and r.sent_at is not null and r.closed_at is null
    and access.scope(person) is not null
  order by r.id
$$;

alter function access.open_referrals(uuid, uuid) owner to hub_access;
revoke all on function access.open_referrals(uuid, uuid) from public;
grant execute on function access.open_referrals(uuid, uuid) to hub_partner;
