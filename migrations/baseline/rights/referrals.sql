alter table referral enable row level security;
alter table referral force row level security;
create policy sides on referral for select to hub_partner using ((select access.reads_files()) and (from_id = (select access.partner_id()) or to_id = (select access.partner_id()) and sent_at is not null));
create policy send on referral for insert to hub_partner with check ((select access.reads_files()) and from_id = (select access.partner_id()) and to_id <> (select access.partner_id()) and created_by_id = (select access.member_id())
        and status = any (array['DRAFT'::referral_status, 'REQUESTED'::referral_status])
        and access.scope(beneficiary_id) >= scope
        and (former_id is null or access.referred(former_id, beneficiary_id))
        and (service_id is null or exists (select from service s where s.id = service_id and s.partner_id = to_id)));
create policy act on referral for update to hub_partner using ((select access.reads_files()) and (from_id = (select access.partner_id()) or to_id = (select access.partner_id()) and sent_at is not null));
create policy access on referral for select to hub_access, hub_system using (true);
create policy system on referral for update to hub_system using (true) with check (status <> 'ENTERED_IN_ERROR' or (select current_setting('app.role', true)) = 'COORDINATOR');
create policy facts on referral for select to hub_facts using (true);
grant select, insert, update (to_id, priority, status, scope, sent_at, seen_at, answered_at, closed_at, first_contact_on, decline_side, decline_reason, outcome, version, service_id, access_limit) on referral to hub_partner;
grant select on referral to hub_access, hub_facts;
grant select, update (access_limit), delete on referral to hub_rights;
grant select (id, reference, beneficiary_id, from_id, to_id, priority, status, sent_at, closed_at, version, created_by_id, reminded_at, escalated_at), update (status, closed_at, version, reminded_at, escalated_at) on referral to hub_system;

alter table referral_assignment enable row level security;
alter table referral_assignment force row level security;
create policy receiver on referral_assignment for select to hub_partner using (exists (select from referral r where r.id = referral_assignment.referral_id and r.to_id = (select access.partner_id())));
create policy assign on referral_assignment for insert to hub_partner with check (assigned_by_id = (select access.member_id()) and exists (select from referral r where r.id = referral_assignment.referral_id and r.to_id = (select access.partner_id()))
        and (member_id is null or exists (select from member m
          where m.id = referral_assignment.member_id and m.partner_id = (select access.partner_id()) and m.kind = 'PERSON' and m.deactivated_at is null
            and m.role = any (array['CASEWORKER'::member_role, 'PARTNER_ADMINISTRATOR'::member_role]))));
create policy reassign on referral_assignment for update to hub_partner using (exists (select from referral r where r.id = referral_assignment.referral_id and r.to_id = (select access.partner_id()))) with check (assigned_by_id = (select access.member_id()) and exists (select from referral r where r.id = referral_assignment.referral_id and r.to_id = (select access.partner_id()))
        and (member_id is null or exists (select from member m
          where m.id = referral_assignment.member_id and m.partner_id = (select access.partner_id()) and m.kind = 'PERSON' and m.deactivated_at is null
            and m.role = any (array['CASEWORKER'::member_role, 'PARTNER_ADMINISTRATOR'::member_role]))));
create policy system on referral_assignment for select to hub_system using (true);
grant select, insert, update (member_id, assigned_by_id, assigned_at) on referral_assignment to hub_partner;
grant select, delete on referral_assignment to hub_rights;
grant select (referral_id, member_id) on referral_assignment to hub_system;

alter table referral_message enable row level security;
alter table referral_message force row level security;
create policy sides on referral_message for select to hub_partner using (exists (select from referral r
        where r.id = referral_message.referral_id and exists (
    select from sharing s
    where s.beneficiary_id = r.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and access.in_force(s.ended_at, s.until)
  )));
create policy write on referral_message for insert to hub_partner with check (by_id = (select access.partner_id()) and author_id = (select access.member_id()) and exists (select from referral r
        where r.id = referral_message.referral_id and exists (
    select from sharing s
    where s.beneficiary_id = r.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and access.in_force(s.ended_at, s.until)
  ) and r.sent_at is not null)
        and (change_id is null or exists (select from referral_transition t
          where t.id = referral_message.change_id and t.referral_id = referral_message.referral_id and t.member_id = (select access.member_id()))));
grant select, insert on referral_message to hub_partner;
grant select, delete on referral_message to hub_rights;

alter table referral_text enable row level security;
alter table referral_text force row level security;
create policy seen on referral_text for select to hub_partner using (exists (select from referral r
        where r.id = referral_text.referral_id and exists (
    select from sharing s
    where s.beneficiary_id = r.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and access.in_force(s.ended_at, s.until)
  )));
create policy write on referral_text for insert to hub_partner with check (exists (select from referral r
        where r.id = referral_text.referral_id and (change_id is not null or r.from_id = (select access.partner_id()) and r.created_by_id = (select access.member_id())))
        and (change_id is null or exists (select from referral_transition t
          where t.id = referral_text.change_id and t.referral_id = referral_text.referral_id and t.member_id = (select access.member_id()))));
create policy reword on referral_text for update to hub_partner using (change_id is null and exists (select from referral r
        where r.id = referral_text.referral_id and r.from_id = (select access.partner_id()) and r.status = 'DRAFT')) with check (change_id is null and exists (select from referral r
        where r.id = referral_text.referral_id and r.from_id = (select access.partner_id()) and r.status = 'DRAFT'));
create policy coordinate on referral_text for insert to hub_system with check ((select current_setting('app.role', true)) = 'COORDINATOR'
        and exists (select from referral_transition t where t.id = referral_text.change_id and t.referral_id = referral_text.referral_id));
grant select, insert, update (text) on referral_text to hub_partner;
grant insert on referral_text to hub_system;
grant select, delete on referral_text to hub_rights;

alter table referral_transition enable row level security;
alter table referral_transition force row level security;
create policy sides on referral_transition for select to hub_partner using (exists (select from referral r where r.id = referral_transition.referral_id)
        and ("to" <> 'DRAFT' or by_id = (select access.partner_id())));
create policy act on referral_transition for insert to hub_partner with check (by_id = (select access.partner_id()) and member_id = (select access.member_id())
        and exists (select from referral r where r.id = referral_transition.referral_id));
create policy system on referral_transition for insert to hub_system with check (by_id is null);
create policy coordinate on referral_transition for insert to hub_system with check ("to" = 'ENTERED_IN_ERROR' and (select current_setting('app.role', true)) = 'COORDINATOR' and by_id = (select access.partner_id()) and member_id = (select access.member_id()));
create policy clock on referral_transition for select to hub_system using (true);
grant select, insert on referral_transition to hub_partner;
grant select (id, referral_id, version, at), insert on referral_transition to hub_system;
grant select, delete on referral_transition to hub_rights;

grant usage on sequence referral_number to hub_partner;
