alter table attendance enable row level security;
alter table attendance force row level security;
create policy seen on attendance for select to hub_partner using ((beneficiary_id is null or exists (
    select from sharing s
    where s.beneficiary_id = attendance.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and access.in_force(s.ended_at, s.until)
  )));
create policy record on attendance for insert to hub_partner with check (((select access.reads_files()) or (select current_setting('app.role', true)) = 'COORDINATOR' and beneficiary_id is null and exists (
          select from forum f where f.id = attendance.forum_id and f.partner_id = (select access.partner_id())))
        and partner_id = (select access.partner_id()) and recorded_by_id = (select access.member_id()) and referral_id is null
        and (beneficiary_id is null or exists (
    select from sharing s
    where s.beneficiary_id = attendance.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and access.in_force(s.ended_at, s.until)
  ))
        and (exhibitor_id is null or exists (
          select from exhibitor e where e.id = attendance.exhibitor_id and e.forum_id = attendance.forum_id)));
create policy refer on attendance for update to hub_partner using ((select access.reads_files()) and partner_id = (select access.partner_id())) with check (exists (
        select from referral r
        where r.id = attendance.referral_id and r.from_id = (select access.partner_id()) and r.beneficiary_id = attendance.beneficiary_id));
create policy access on attendance for select to hub_access using (true);
create policy facts on attendance for select to hub_facts using (true);
grant select, insert, update (referral_id) on attendance to hub_partner;
grant select on attendance to hub_access, hub_facts;
grant select, update (beneficiary_id, agreed_on, method, exhibitor_id, referral_id), delete on attendance to hub_rights;

alter table exhibitor enable row level security;
alter table exhibitor force row level security;
create policy directory on exhibitor for select to hub_partner using (true);
create policy add on exhibitor for insert to hub_partner with check ((select current_setting('app.role', true)) = 'COORDINATOR' and exists (
        select from forum f where f.id = exhibitor.forum_id and f.partner_id = (select access.partner_id())));
create policy facts on exhibitor for select to hub_facts using (true);
grant select, insert on exhibitor to hub_partner;
grant select on exhibitor to hub_facts;

alter table forum enable row level security;
alter table forum force row level security;
create policy directory on forum for select to hub_partner using (true);
create policy open on forum for insert to hub_partner with check ((select current_setting('app.role', true)) = 'COORDINATOR' and partner_id = (select access.partner_id()));
create policy facts on forum for select to hub_facts using (true);
create policy access on forum for select to hub_access using (true);
create policy retention on forum for select to hub_rights using (true);
grant select, insert on forum to hub_partner;
grant select on forum to hub_access, hub_facts, hub_rights;
