alter table pathway enable row level security;
alter table pathway force row level security;
create policy shared on pathway for select to hub_partner using (exists (
    select from sharing s
    where s.beneficiary_id = pathway.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and access.in_force(s.ended_at, s.until)
  ));
create policy open on pathway for insert to hub_partner with check (partner_id = (select access.partner_id()) and created_by_id = (select access.member_id()) and exists (
    select from sharing s
    where s.beneficiary_id = pathway.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and access.in_force(s.ended_at, s.until)
  ));
create policy close on pathway for update to hub_partner using (partner_id = (select access.partner_id()) and exists (
    select from sharing s
    where s.beneficiary_id = pathway.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and access.in_force(s.ended_at, s.until)
  )) with check (status = 'CLOSED' and closed_on is not null);
create policy facts on pathway for select to hub_facts using (true);
grant select, insert, update (status, closed_on) on pathway to hub_partner;
grant select on pathway to hub_facts;
grant select, delete on pathway to hub_rights;

alter table step enable row level security;
alter table step force row level security;
create policy shared on step for select to hub_partner using ((visibility = 'SHARED'
        or partner_id = (select access.partner_id()) and (visibility = 'PARTNER' or author_id = (select access.member_id())))
        and exists (
    select from sharing s
    where s.beneficiary_id = step.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and access.in_force(s.ended_at, s.until)
  ));
create policy add on step for insert to hub_partner with check (partner_id = (select access.partner_id()) and author_id = (select access.member_id()) and exists (
        select from pathway p where p.id = step.pathway_id and p.beneficiary_id = step.beneficiary_id));
grant select, insert on step to hub_partner;
grant select, delete on step to hub_rights;
