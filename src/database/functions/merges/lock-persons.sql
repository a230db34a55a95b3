-- Locks both persons against other commands. Returns false unless the viewer's partner is the referent of both, the
-- kept person is not merged, and the duplicate is merged exactly as `merged_into` says.
create or replace function merges.lock_persons(kept uuid, duplicate uuid, merged_into uuid) returns boolean language plpgsql security definer
  set search_path = public, pg_temp
as $$
begin
  -- Locks are taken in the order of the ids, to avoid deadlock between two merges.
  perform from beneficiary b where b.id = any (array[kept, duplicate])
    and b.referent_id = access.partner_id() order by b.id for update;
  return (select count(*) = 2 from beneficiary b
    where b.referent_id = access.partner_id() and (b.id = kept and b.merged_into_id is null
      or b.id = duplicate and b.merged_into_id is not distinct from merged_into));
end $$;

alter function merges.lock_persons(uuid, uuid, uuid) owner to hub_merges;
revoke all on function merges.lock_persons(uuid, uuid, uuid) from public;
grant execute on function merges.lock_persons(uuid, uuid, uuid) to hub_partner;
