-- What a referral offers to the viewer's partner, its receiver: at most the sender's own scope, until the end of the
-- agreement, and nothing if the person has withdrawn from the receiver since the referral was sent or since the
-- agreement, because a merge may add a withdrawal.
create or replace function access.offered(referral uuid)
  returns table (person uuid, sender uuid, status referral_status, scope sharing_scope, until timestamptz)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select r.beneficiary_id, r.from_id, r.status, least(r.scope, g.scope), s.until
  from referral r
  join sharing s on s.referral_id = r.id and s.beneficiary_id = r.beneficiary_id and s.partner_id = r.to_id
    and s.granted_by_id = r.from_id and access.in_force(s.ended_at, s.until)
  join sharing g on g.beneficiary_id = r.beneficiary_id and g.partner_id = r.from_id
    and access.in_force(g.ended_at, g.until)
  where r.id = referral and r.to_id = access.partner_id()
    and not exists (select from sharing w
      where w.beneficiary_id = r.beneficiary_id and w.partner_id = r.to_id
        and (w.withdrawn_at >= s.since or s.agreed_on < access.day(w.withdrawn_at)))
$$;

alter function access.offered(uuid) owner to hub_access;
revoke all on function access.offered(uuid) from public;
grant execute on function access.offered(uuid) to hub_access, hub_partner;
