-- Records that partners are notified of files whose retention period ends within 30 days: once for each file, unless
-- the person has a new contact.
create or replace function rights.give_notice(most int) returns table (partner_id uuid, beneficiary_id uuid)
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform from rights.retention_rule for update skip locked;
  if not found then return; end if;
  return query
    insert into rights.retained as k (partner_id, beneficiary_id, last_on, told_at)
      select f.partner_id, f.person, f.last_on, now() from rights.all_files() f
      where f.last_on <= (select rights.last_due(rights.today() + 30))
        and f.held and f.told_at is null and f.due_on <= rights.today() + 30
      limit most
    on conflict on constraint retained_pkey do update
      set last_on = excluded.last_on, told_at = excluded.told_at, ended_at = null
    returning k.partner_id, k.beneficiary_id;
end $$;

alter function rights.give_notice(integer) owner to hub_rights;
revoke all on function rights.give_notice(integer) from public;
grant execute on function rights.give_notice(integer) to hub_system;
