alter table beneficiary enable row level security;
alter table beneficiary force row level security;
create policy shared on beneficiary for select to hub_partner using (merged_into_id is null and exists (
    select from sharing s
    where s.beneficiary_id = beneficiary.id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and access.in_force(s.ended_at, s.until)
  ));
create policy register on beneficiary for insert to hub_partner with check ((select access.reads_files()) and referent_id = (select access.partner_id()) and created_by_id = (select access.member_id()) and merged_into_id is null);
create policy access on beneficiary for select to hub_access using (true);
create policy facts on beneficiary for select to hub_facts using (true);
create policy audit on beneficiary for select to hub_audit using (true);
grant select, insert on beneficiary to hub_partner;
grant select on beneficiary to hub_access, hub_facts;
grant select, update (district), delete on beneficiary to hub_rights;
grant select (id, referent_id) on beneficiary to hub_audit;

alter table link_attempt enable row level security;
alter table link_attempt force row level security;
create policy own on link_attempt for select to hub_partner using ((select access.reads_files()) and partner_id = (select access.partner_id()));
create policy attempt on link_attempt for insert to hub_partner with check ((select access.reads_files()) and partner_id = (select access.partner_id()) and member_id = (select access.member_id()));
grant select, insert on link_attempt to hub_partner;

alter table name_key enable row level security;
alter table name_key force row level security;
create policy shared on name_key for select to hub_partner using (exists (
    select from sharing s
    where s.beneficiary_id = name_key.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and access.in_force(s.ended_at, s.until)
  ));
grant select on name_key to hub_partner;
grant select, delete on name_key to hub_rights;

alter table sharing enable row level security;
alter table sharing force row level security;
create policy seen on sharing for select to hub_partner using ((select access.reads_files())
        and (partner_id = (select access.partner_id()) or granted_by_id = (select access.partner_id()) or access.scope(beneficiary_id) is not null));
create policy "grant" on sharing for insert to hub_partner with check ((select access.reads_files()) and recorded_by_id = (select access.member_id()) and (informed_by_id is null
          or exists (select from member m where m.id = sharing.informed_by_id)
          or exists (select from link_request r
            where r.member_id = sharing.informed_by_id and r.partner_id = sharing.partner_id)) and case
        when basis = 'REFERENT'
          then (select access.partner_id()) = all (array[partner_id, granted_by_id, access.referent(beneficiary_id)])
        when partner_id = (select access.partner_id())
          then basis = 'REFERRAL' and access.granted(referral_id, beneficiary_id, granted_by_id, until) >= scope
        else granted_by_id = (select access.partner_id()) and until is not null and access.scope(beneficiary_id) >= scope
      end);
create policy "end" on sharing for update to hub_partner using ((select access.reads_files()) and (select access.partner_id()) = any (array[partner_id, granted_by_id, access.referent(beneficiary_id)])) with check (ended_at is not null and ended_by_id = (select access.member_id()));
create policy access on sharing for select to hub_access using (true);
create policy due on sharing for select to hub_system using (until is not null);
create policy remind on sharing for update to hub_system using (until is not null);
grant select, insert, update (ended_at, end_reason, ended_by_id, withdrawn_at) on sharing to hub_partner;
grant select on sharing to hub_access;
grant select, insert, update (ended_at, end_reason, ended_by_id, withdrawn_at), delete on sharing to hub_rights;
grant select (id, partner_id, until, ended_at, referral_id, granted_by_id, reminded_at), update (ended_at, end_reason, ended_by_id, reminded_at) on sharing to hub_system;
