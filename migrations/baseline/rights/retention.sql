alter table retention_run enable row level security;
alter table retention_run force row level security;
create policy answer on retention_run for select to hub_partner using (partner_id = (select access.partner_id()) and (select current_setting('app.role', true)) = any (array['DATA_PROTECTION_OFFICER', 'PARTNER_ADMINISTRATOR']));
create policy count on retention_run to hub_rights using (true) with check (true);
grant select on retention_run to hub_partner;
grant select, insert, update on retention_run to hub_rights;

alter table rights.retained enable row level security;
alter table rights.retained force row level security;
create policy retention on rights.retained to hub_rights using (true) with check (true);
grant select, insert, update, delete on rights.retained to hub_rights;

alter table rights.retention_rule enable row level security;
alter table rights.retention_rule force row level security;
create policy retention on rights.retention_rule to hub_rights using (true) with check (true);
grant select, update on rights.retention_rule to hub_rights;
