alter table member enable row level security;
alter table member force row level security;
create policy colleagues on member for select to hub_partner using (partner_id = (select access.partner_id()));
create policy own_memberships on member for select to hub_partner using (subject = (select nullif(current_setting('app.subject', true), '')));
create policy "join" on member for insert to hub_partner with check (subject is null and deactivated_at is null and exists (select from partner p where p.id = member.partner_id and case
        when role = 'COORDINATOR' then p.kind = 'TOWN'
        when role = 'CLAUSE_FACILITATOR' then p.kind <> 'ASSOCIATION'
        else true end) and ((select current_setting('app.role', true)) = 'PARTNER_ADMINISTRATOR' and partner_id = (select access.partner_id())
        or (select current_setting('app.role', true)) = 'COORDINATOR' and kind = 'PERSON' and role = 'PARTNER_ADMINISTRATOR' and access.has_nobody(partner_id)));
create policy manage on member for update to hub_partner using ((select current_setting('app.role', true)) = 'PARTNER_ADMINISTRATOR' and partner_id = (select access.partner_id())) with check ((select current_setting('app.role', true)) = 'PARTNER_ADMINISTRATOR' and partner_id = (select access.partner_id()) and exists (select from partner p where p.id = member.partner_id and case
        when role = 'COORDINATOR' then p.kind = 'TOWN'
        when role = 'CLAUSE_FACILITATOR' then p.kind <> 'ASSOCIATION'
        else true end));
create policy access on member for select to hub_access using (true);
create policy sign_in on member for select to hub_system using (true);
create policy answer_invitation on member for update to hub_system using (subject is null and deactivated_at is null) with check (subject is not null or deactivated_at is not null);
create policy setup on member for select to hub_setup using (true);
create policy setup_invite on member for insert to hub_setup with check (deactivated_at is null and kind = 'PERSON' and role = any (array['PARTNER_ADMINISTRATOR'::member_role, 'COORDINATOR'::member_role])
        and exists (select from partner p where p.id = member.partner_id and case
        when role = 'COORDINATOR' then p.kind = 'TOWN'
        when role = 'CLAUSE_FACILITATOR' then p.kind <> 'ASSOCIATION'
        else true end)
        and not exists (select from member m where m.partner_id = member.partner_id and m.role = member.role
          and m.kind = 'PERSON' and m.subject is not null and m.deactivated_at is null));
create policy setup_administrator on member for update to hub_setup using (kind = 'PERSON') with check (role = 'PARTNER_ADMINISTRATOR');
grant select, insert, update (role, deactivated_at) on member to hub_partner;
grant select, update (subject, deactivated_at) on member to hub_system;
grant select on member to hub_access;
grant select (id, subject, email, role, partner_id, kind, deactivated_at), insert (id, name, subject, email, role, partner_id), update (subject, role, deactivated_at) on member to hub_setup;

alter table partner enable row level security;
alter table partner force row level security;
create policy directory on partner for select to hub_partner, hub_system, hub_access, hub_setup using (true);
create policy add on partner for insert to hub_partner with check ((select current_setting('app.role', true)) = 'COORDINATOR');
create policy setup on partner for insert to hub_setup with check (kind = 'TOWN' and not exists (select from partner p));
create policy rename on partner for update to hub_partner using ((select current_setting('app.role', true)) = 'COORDINATOR');
create policy facts on partner for select to hub_facts using (true);
create policy audit on partner for select to hub_audit using (true);
grant select, insert, update (name) on partner to hub_partner;
grant select on partner to hub_audit, hub_facts, hub_system;
grant select (id, slug, name, kind), insert (id, slug, name, kind) on partner to hub_setup;

alter table service enable row level security;
alter table service force row level security;
create policy directory on service for select to hub_partner using (true);
create policy access on service for select to hub_access using (true);
create policy add on service for insert to hub_partner with check ((select current_setting('app.role', true)) = 'PARTNER_ADMINISTRATOR' and partner_id = (select access.partner_id()));
create policy change on service for update to hub_partner using ((select current_setting('app.role', true)) = 'PARTNER_ADMINISTRATOR' and partner_id = (select access.partner_id())) with check ((select current_setting('app.role', true)) = 'PARTNER_ADMINISTRATOR' and partner_id = (select access.partner_id()));
grant select, insert, update (name, themes, publics, capacity, capacity_updated_at, contact, status) on service to hub_partner;
grant select on service to hub_access;

alter table session enable row level security;
alter table session force row level security;
create policy sign_in on session to hub_system using (true) with check (true);
grant select, insert, update, delete on session to hub_system;
