-- The scope that the sender of an accepted referral gives the viewer's partner until the given time, which is not
-- beyond the end of the agreement.
create or replace function access.granted(referral uuid, person uuid, sender uuid, until timestamptz) returns sharing_scope language sql stable security definer
  set search_path = public, pg_temp
as $$
  select max(o.scope)
  from access.offered(granted.referral) o
  where o.person = granted.person and o.sender = granted.sender
    and (o.until is null or o.until >= granted.until)
    and o.status in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD')
$$;

alter function access.granted(uuid, uuid, uuid, timestamp with time zone) owner to hub_access;
revoke all on function access.granted(uuid, uuid, uuid, timestamp with time zone) from public;
grant execute on function access.granted(uuid, uuid, uuid, timestamp with time zone) to hub_partner, hub_system;
