-- Whether a sharing is in force: it has not ended, and its last day has not passed. The planner inlines the
-- function, so that queries can use partial indexes on `ended_at is null`.
create or replace function access.in_force(ended_at timestamptz, until timestamptz) returns boolean language sql stable
  return ended_at is null and (until is null or until > now());

revoke all on function access.in_force(timestamp with time zone, timestamp with time zone) from public;
grant execute on function access.in_force(timestamp with time zone, timestamp with time zone)
  to hub_access, hub_audit, hub_merges, hub_partner, hub_rights, hub_system;
