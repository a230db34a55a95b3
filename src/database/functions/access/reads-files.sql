-- Whether the viewer’s role reads case files.
create or replace function access.reads_files() returns boolean language sql stable
  return coalesce(current_setting('app.role', true) in ('CASEWORKER', 'PARTNER_ADMINISTRATOR'), false);

revoke all on function access.reads_files() from public;
grant execute on function access.reads_files() to hub_access, hub_merges, hub_partner, hub_rights, hub_system;
