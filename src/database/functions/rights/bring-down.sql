-- Reduces the sharings that were derived from an access that has ended, however it ended, and notifies both sides.
create or replace function rights.bring_down(person uuid) returns void language plpgsql set search_path = public, pg_temp
as $$
declare
  it record;
  at timestamptz(3) := clock_timestamp();
begin
  perform access.lock_sharings(person);
  for it in
    update sharing s set ended_at = at, end_reason = 'derived' from rights.ungrounded(person) u
    where s.id = u.id returning s.*, u.left_scope
  loop
    if it.left_scope is not null then
      insert into sharing (id, beneficiary_id, partner_id, scope, basis, since, until, agreed_on, method, agreed_after_withdrawal,
          referral_id, granted_by_id, recorded_by_id, informed_by_id)
        values (gen_random_uuid(), it.beneficiary_id, it.partner_id, it.left_scope, it.basis, at, it.until, it.agreed_on,
          it.method, it.agreed_after_withdrawal, it.referral_id, it.granted_by_id, it.recorded_by_id, it.informed_by_id);
    end if;
    insert into event (id, partner_id, topic, kind, subject)
      select gen_random_uuid(), told, 'SHARING', 'ENDED', it.id from unnest(array[it.partner_id, it.granted_by_id]) told;
    update referral r set access_limit = 'SENDER' where r.id = it.referral_id and r.closed_at is null;
    if found then
      insert into event (id, partner_id, topic, kind, subject)
        select gen_random_uuid(), told, 'REFERRAL', 'ACCESS_LIMITED', it.referral_id
        from unnest(array[it.partner_id, it.granted_by_id]) told;
    end if;
  end loop;
end $$;

revoke all on function rights.bring_down(uuid) from public;
grant execute on function rights.bring_down(uuid) to hub_rights;
