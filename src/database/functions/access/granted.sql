-- The scope that the sender of an accepted referral gives the viewer's partner until the given time: at most the
-- sender's own scope, not beyond the end of the agreement, and nothing if the person has withdrawn from the receiver
-- since the referral was sent or since the agreement, because a merge may add a withdrawal.
create or replace function access.granted(referral uuid, person uuid, sender uuid, until timestamptz) returns sharing_scope language sql stable security definer
  set search_path = public, pg_temp
as $$
  select least(r.scope, g.scope)
  from referral r
  join sharing s on s.referral_id = r.id and s.beneficiary_id = person and s.partner_id = r.to_id
    and s.granted_by_id = sender and access.in_force(s.ended_at, s.until)
    and (s.until is null or s.until >= granted.until)
  join sharing g on g.beneficiary_id = person and g.partner_id = sender and access.in_force(g.ended_at, g.until)
  where r.id = referral and r.beneficiary_id = person and r.from_id = sender and r.to_id = access.partner_id()
    and r.status in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD')
    and not exists (select from sharing w
      where w.beneficiary_id = person and w.partner_id = r.to_id
        and (w.withdrawn_at >= s.since or s.agreed_on < access.day(w.withdrawn_at)))
  order by g.scope desc
  limit 1
$$;

alter function access.granted(uuid, uuid, uuid, timestamp with time zone) owner to hub_access;
revoke all on function access.granted(uuid, uuid, uuid, timestamp with time zone) from public;
grant execute on function access.granted(uuid, uuid, uuid, timestamp with time zone) to hub_partner, hub_system;
