-- Ends all access of a partner to a person at the person's request, and invalidates all earlier agreements with that
-- partner. For the partner itself, the referent, and the partners that granted it access; no row for others.
create or replace function rights.withdraw(person uuid, partner uuid, because text, at timestamptz)
  returns table (id uuid, granted_by_id uuid, ended boolean)
  language plpgsql security definer set search_path = public, pg_temp
as $$
#variable_conflict use_column
declare
  me uuid := access.partner_id();
begin
  perform access.lock_sharings(person);
  if access.scope(person) is null or not exists (
    select from sharing s join beneficiary b on b.id = s.beneficiary_id
    where s.beneficiary_id = person and s.partner_id = withdraw.partner and s.basis <> 'REFERENT'
      and me = any (array[s.partner_id, s.granted_by_id, b.referent_id])) then
    return;
  end if;
  return query
    with earlier as (
      select s.id, s.ended_at is null or s.end_reason = 'derived' and s.ended_at >= now() as open from sharing s
      where s.beneficiary_id = person and s.partner_id = withdraw.partner and s.basis <> 'REFERENT')
    update sharing s set withdrawn_at = at, ended_at = coalesce(s.ended_at, at),
      end_reason = case when open then because else s.end_reason end,
      ended_by_id = case when open then access.member_id() else s.ended_by_id end
    from earlier where earlier.id = s.id
    returning s.id, s.granted_by_id, open;
end $$;

alter function rights.withdraw(uuid, uuid, text, timestamp with time zone) owner to hub_rights;
revoke all on function rights.withdraw(uuid, uuid, text, timestamp with time zone) from public;
grant execute on function rights.withdraw(uuid, uuid, text, timestamp with time zone) to hub_partner;
