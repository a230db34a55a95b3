-- Refuses a cursor of another epoch: after a restore, transaction ids start again.
create or replace function access.same_epoch(given text) returns boolean language plpgsql stable as $$
begin
  if given is distinct from access.epoch() then
    raise exception 'cursor of another epoch' using errcode = 'HB001';
  end if;
  return true;
end $$;

revoke all on function access.same_epoch(text) from public;
grant execute on function access.same_epoch(text) to hub_access, hub_partner, hub_system;
