alter table clause_contract enable row level security;
alter table clause_contract force row level security;
create policy shared on clause_contract for select to hub_partner using ((select access.reads_files()) and exists (
    select from sharing s
    where s.beneficiary_id = clause_contract.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and access.in_force(s.ended_at, s.until)
  ));
create policy facilitator on clause_contract for select to hub_partner using ((select current_setting('app.role', true)) = 'CLAUSE_FACILITATOR' and exists (
    select from lot l join procurement p on p.id = l.procurement_id join clause_programme g on g.id = p.programme_id
    where l.id = clause_contract.lot_id and g.partner_id = (select access.partner_id())));
create policy open on clause_contract for insert to hub_partner with check ((select access.reads_files()) and partner_id = (select access.partner_id()) and created_by_id = (select access.member_id())
        and exists (
    select from sharing s
    where s.beneficiary_id = clause_contract.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and access.in_force(s.ended_at, s.until)
  )
        and (pathway_id is null or exists (select from pathway p
          where p.id = clause_contract.pathway_id and p.beneficiary_id = clause_contract.beneficiary_id))
        and (referral_id is null or exists (select from referral r
          where r.id = clause_contract.referral_id and r.beneficiary_id = clause_contract.beneficiary_id)));
create policy "end" on clause_contract for update to hub_partner using ((select current_setting('app.role', true)) = 'CLAUSE_FACILITATOR' and exists (
    select from lot l join procurement p on p.id = l.procurement_id join clause_programme g on g.id = p.programme_id
    where l.id = clause_contract.lot_id and g.partner_id = (select access.partner_id()))
        or (select access.reads_files()) and partner_id = (select access.partner_id()) and exists (
    select from sharing s
    where s.beneficiary_id = clause_contract.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and access.in_force(s.ended_at, s.until)
  ));
create policy access on clause_contract for select to hub_access, hub_system using (true);
create policy facts on clause_contract for select to hub_facts using (true);
grant select, insert, update (ends_on) on clause_contract to hub_partner;
grant select on clause_contract to hub_access, hub_facts;
grant select, delete on clause_contract to hub_rights;
grant select (id, lot_id, starts_on, ends_on) on clause_contract to hub_system;

alter table clause_programme enable row level security;
alter table clause_programme force row level security;
create policy directory on clause_programme for select to hub_partner, hub_system, hub_access using (true);
create policy open on clause_programme for insert to hub_partner with check ((select current_setting('app.role', true)) = 'CLAUSE_FACILITATOR' and partner_id = (select access.partner_id()));
create policy facts on clause_programme for select to hub_facts using (true);
grant select, insert on clause_programme to hub_partner;
grant select on clause_programme to hub_access, hub_facts;
grant select (id, partner_id) on clause_programme to hub_system;

alter table company enable row level security;
alter table company force row level security;
create policy directory on company for select to hub_partner using (true);
create policy add on company for insert to hub_partner with check ((select current_setting('app.role', true)) = 'CLAUSE_FACILITATOR');
create policy facts on company for select to hub_facts using (true);
grant select, insert on company to hub_partner;
grant select on company to hub_facts;

alter table eligibility_evidence enable row level security;
alter table eligibility_evidence force row level security;
create policy contract on eligibility_evidence for select to hub_partner using (exists (select from clause_contract c where c.id = eligibility_evidence.contract_id));
create policy add on eligibility_evidence for insert to hub_partner with check (checked_by_id = (select access.member_id()) and exists (select from clause_contract c where c.id = eligibility_evidence.contract_id and ((select current_setting('app.role', true)) = 'CLAUSE_FACILITATOR' or c.partner_id = (select access.partner_id()))));
create policy facts on eligibility_evidence for select to hub_facts using (true);
grant select, insert on eligibility_evidence to hub_partner;
grant select on eligibility_evidence to hub_facts;
grant select, delete on eligibility_evidence to hub_rights;

alter table hours_entry enable row level security;
alter table hours_entry force row level security;
create policy contract on hours_entry for select to hub_partner using (exists (select from clause_contract c where c.id = hours_entry.contract_id));
create policy declare on hours_entry for insert to hub_partner with check (status = 'DECLARED' and declared_by_id = (select access.member_id()) and exists (select from clause_contract c where c.id = hours_entry.contract_id and ((select current_setting('app.role', true)) = 'CLAUSE_FACILITATOR' or c.partner_id = (select access.partner_id()))));
create policy decide on hours_entry for update to hub_partner using ((select current_setting('app.role', true)) = 'CLAUSE_FACILITATOR' and exists (select from clause_contract c where c.id = hours_entry.contract_id and ((select current_setting('app.role', true)) = 'CLAUSE_FACILITATOR' or c.partner_id = (select access.partner_id())))) with check (status <> 'DECLARED' and decided_by_id = (select access.member_id()));
create policy system on hours_entry for select to hub_system, hub_access using (true);
create policy facts on hours_entry for select to hub_facts using (true);
grant select, insert, update (status, decided_at, decided_by_id, reject_reason) on hours_entry to hub_partner;
grant select on hours_entry to hub_access, hub_facts;
grant select, delete on hours_entry to hub_rights;
grant select (id, contract_id, month, kind, hours, status) on hours_entry to hub_system;

alter table lot enable row level security;
alter table lot force row level security;
create policy directory on lot for select to hub_partner, hub_system, hub_access using (true);
create policy add on lot for insert to hub_partner with check ((select current_setting('app.role', true)) = 'CLAUSE_FACILITATOR' and exists (
    select from clause_programme g where g.id = (select p.programme_id from procurement p where p.id = lot.procurement_id) and g.partner_id = (select access.partner_id())));
create policy facts on lot for select to hub_facts using (true);
grant select, insert on lot to hub_partner;
grant select on lot to hub_access, hub_facts;
grant select (id, procurement_id, hours_committed, starts_on, ends_on) on lot to hub_system;

alter table lot_shortfall enable row level security;
alter table lot_shortfall force row level security;
create policy facilitator on lot_shortfall for select to hub_partner using ((select current_setting('app.role', true)) = 'CLAUSE_FACILITATOR' and exists (
    select from lot l join procurement p on p.id = l.procurement_id join clause_programme g on g.id = p.programme_id
    where l.id = lot_shortfall.lot_id and g.partner_id = (select access.partner_id())));
create policy system on lot_shortfall for select to hub_system using (true);
create policy open on lot_shortfall for insert to hub_system with check (true);
create policy "end" on lot_shortfall for update to hub_system using (true);
create policy facts on lot_shortfall for select to hub_facts using (true);
grant select on lot_shortfall to hub_facts, hub_partner;
grant select, insert, update (ended_at) on lot_shortfall to hub_system;

alter table procurement enable row level security;
alter table procurement force row level security;
create policy directory on procurement for select to hub_partner, hub_system, hub_access using (true);
create policy add on procurement for insert to hub_partner with check ((select current_setting('app.role', true)) = 'CLAUSE_FACILITATOR' and exists (
    select from clause_programme g where g.id = procurement.programme_id and g.partner_id = (select access.partner_id())));
create policy facts on procurement for select to hub_facts using (true);
grant select, insert on procurement to hub_partner;
grant select on procurement to hub_access, hub_facts;
grant select (id, programme_id) on procurement to hub_system;
