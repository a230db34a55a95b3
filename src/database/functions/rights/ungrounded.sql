-- The sharings of a person that were granted by a partner whose own access no longer reaches that far. A sharing of
-- an open referral keeps the scope IDENTITY, without which the referral cannot be handled. left_scope: the remaining
-- scope of each; null when none remains.
create or replace function rights.ungrounded(person uuid) returns table (id uuid, left_scope sharing_scope)
  language sql stable set search_path = public, pg_temp
as $$
  with recursive grounded(partner_id, scope) as (
    select s.partner_id, s.scope from sharing s
      where s.beneficiary_id = person and s.basis = 'REFERENT' and s.ended_at is null
    union
    select s.partner_id, least(s.scope, g.scope) from grounded g
      join sharing s on s.granted_by_id = g.partner_id and s.beneficiary_id = person
      where s.basis <> 'REFERENT' and s.ended_at is null
  ), has as (
    select s.id, s.scope,
      (select max(g.scope) from grounded g where g.partner_id = s.granted_by_id) as ground,
      exists (select from referral r where r.id = s.referral_id and r.closed_at is null) as handled
    from sharing s
    where s.beneficiary_id = person and s.basis <> 'REFERENT' and access.in_force(s.ended_at, s.until)
  )
  select has.id, case when handled then greatest(ground, 'IDENTITY') else ground end
  from has where scope > coalesce(case when handled then greatest(ground, 'IDENTITY') else ground end, 'IDENTITY')
    or not handled and ground is null
$$;

revoke all on function rights.ungrounded(uuid) from public;
grant execute on function rights.ungrounded(uuid) to hub_rights;
