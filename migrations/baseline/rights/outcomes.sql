alter table exit_frame enable row level security;
alter table exit_frame force row level security;
create policy reference on exit_frame for select to hub_partner, hub_facts using (true);
grant select on exit_frame to hub_facts, hub_partner;

alter table exit_frame_rule enable row level security;
alter table exit_frame_rule force row level security;
create policy reference on exit_frame_rule for select to hub_partner, hub_facts using (true);
grant select on exit_frame_rule to hub_facts, hub_partner;

alter table outcome enable row level security;
alter table outcome force row level security;
create policy shared on outcome for select to hub_partner using (exists (
    select from sharing s
    where s.beneficiary_id = outcome.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and access.in_force(s.ended_at, s.until)
  ));
create policy record on outcome for insert to hub_partner with check (partner_id = (select access.partner_id()) and recorded_by_id = (select access.member_id()) and verified_by_id is null and followed_up_on is null
        and exists (select from pathway p where p.id = outcome.pathway_id
          and p.partner_id = outcome.partner_id and p.beneficiary_id = outcome.beneficiary_id)
        and (clause_contract_id is null or exists (select from clause_contract c
          where c.id = outcome.clause_contract_id and c.beneficiary_id = outcome.beneficiary_id)));
create policy complete on outcome for update to hub_partner using (partner_id = (select access.partner_id()) and exists (
    select from sharing s
    where s.beneficiary_id = outcome.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and access.in_force(s.ended_at, s.until)
  )) with check (recorded_by_id <> (select access.member_id()) or verified_by_id is distinct from (select access.member_id())
        or (select current_setting('app.role', true)) = 'PARTNER_ADMINISTRATOR');
create policy facts on outcome for select to hub_facts using (true);
grant select, insert, update (verified_by_id, verified_at, situation_at_6_months, followed_up_on) on outcome to hub_partner;
grant select on outcome to hub_facts;
grant select, delete on outcome to hub_rights;
