alter table webhook enable row level security;
alter table webhook force row level security;
create policy own on webhook for select to hub_partner using ((select current_setting('app.role', true)) = 'PARTNER_ADMINISTRATOR' and partner_id = (select access.partner_id()));
create policy add on webhook for insert to hub_partner with check ((select current_setting('app.role', true)) = 'PARTNER_ADMINISTRATOR' and partner_id = (select access.partner_id()) and paused_at is null and removed_at is null);
create policy manage on webhook for update to hub_partner using ((select current_setting('app.role', true)) = 'PARTNER_ADMINISTRATOR' and partner_id = (select access.partner_id()) and removed_at is null) with check ((select current_setting('app.role', true)) = 'PARTNER_ADMINISTRATOR' and partner_id = (select access.partner_id()));
create policy deliver on webhook to hub_system using (true) with check (true);
grant select, insert, update (address, topics, paused_at, paused_because, failing_since, failures, rests_until, removed_at) on webhook to hub_partner;
grant select, update (paused_at, paused_because, last_delivered_at, last_failed_at, failing_since, failures, rests_until, dropped) on webhook to hub_system;

alter table webhook_delivery enable row level security;
alter table webhook_delivery force row level security;
create policy own on webhook_delivery for select to hub_partner using ((select current_setting('app.role', true)) = 'PARTNER_ADMINISTRATOR' and partner_id = (select access.partner_id()));
create policy deliver on webhook_delivery to hub_system using (true) with check (true);
grant select on webhook_delivery to hub_partner;
grant select, insert, update, delete on webhook_delivery to hub_system;

alter table webhook_secret enable row level security;
alter table webhook_secret force row level security;
create policy sign on webhook_secret to hub_system using (true) with check (true);
grant select, insert, update (ends_at), delete on webhook_secret to hub_system;
