-- The partner for which the operation runs.
create or replace function access.partner_id() returns uuid language sql stable
  return nullif(current_setting('app.partner_id', true), '')::uuid;

revoke all on function access.partner_id() from public;
grant execute on function access.partner_id() to hub_access, hub_audit, hub_merges, hub_partner, hub_rights, hub_system;
