alter table erased_count enable row level security;
alter table erased_count force row level security;
create policy answer on erased_count for select to hub_partner using (partner_id = (select access.partner_id()) and (select current_setting('app.role', true)) = any (array['DATA_PROTECTION_OFFICER', 'PARTNER_ADMINISTRATOR']));
create policy count on erased_count to hub_rights using (true) with check (true);
grant select on erased_count to hub_partner;
grant select, insert, update (people) on erased_count to hub_rights;
