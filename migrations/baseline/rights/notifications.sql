alter table mail_preference enable row level security;
alter table mail_preference force row level security;
create policy own on mail_preference for select to hub_partner using (member_id = (select access.member_id()) or (select current_setting('app.role', true)) = 'PARTNER_ADMINISTRATOR'
        and exists (select from member m where m.id = mail_preference.member_id and m.partner_id = (select access.partner_id())));
create policy choose on mail_preference for insert to hub_partner with check (member_id = (select access.member_id()));
create policy change on mail_preference for update to hub_partner using (member_id = (select access.member_id())) with check (member_id = (select access.member_id()));
create policy mail on mail_preference to hub_system using (true) with check (true);
grant select, insert (member_id, timing, language), update (timing, language) on mail_preference to hub_partner;
grant select, insert (member_id, refused_at), update (refused_at) on mail_preference to hub_system;

alter table notification enable row level security;
alter table notification force row level security;
create policy own on notification for select to hub_partner using (member_id = (select access.member_id()));
create policy read on notification for update to hub_partner using (member_id = (select access.member_id())) with check (member_id = (select access.member_id()));
create policy notify on notification to hub_system using (true) with check (true);
grant select, update (read_at) on notification to hub_partner;
grant select, insert, update (read_at, mail_id), delete on notification to hub_system;
grant select, delete on notification to hub_rights;

alter table pending_mail enable row level security;
alter table pending_mail force row level security;
create policy mail on pending_mail to hub_system using (true) with check (true);
grant select, insert, update, delete on pending_mail to hub_system;
