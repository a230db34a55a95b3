-- The member who runs the operation.
create or replace function access.member_id() returns uuid language sql stable
  return nullif(current_setting('app.member_id', true), '')::uuid;

revoke all on function access.member_id() from public;
grant execute on function access.member_id() to hub_access, hub_merges, hub_partner, hub_rights, hub_system;
