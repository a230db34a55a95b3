alter table roadmap_item enable row level security;
alter table roadmap_item force row level security;
create policy open on roadmap_item for select to hub_partner using (true);
create policy plan on roadmap_item for insert to hub_partner with check ((select current_setting('app.role', true)) = 'COORDINATOR' and created_by_id = (select access.member_id()));
create policy keep_up on roadmap_item for update to hub_partner using ((select current_setting('app.role', true)) = 'COORDINATOR' or owner_id = (select access.partner_id()) and (select current_setting('app.role', true)) = 'PARTNER_ADMINISTRATOR');
create policy facts on roadmap_item for select to hub_facts using (true);
grant select, insert, update (title, description, owner_id, due_on, state, indicator, target, version, updated_at) on roadmap_item to hub_partner;
grant select on roadmap_item to hub_facts;
