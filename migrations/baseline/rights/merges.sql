alter table distinction enable row level security;
alter table distinction force row level security;
create policy shared on distinction for select to hub_partner using ((select access.reads_files()) and exists (
    select from sharing s
    where s.beneficiary_id = distinction.one_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and access.in_force(s.ended_at, s.until)
  ) and exists (
    select from sharing s
    where s.beneficiary_id = distinction.other_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and access.in_force(s.ended_at, s.until)
  ));
create policy declare on distinction for insert to hub_partner with check (partner_id = (select access.partner_id()) and declared_by_id = (select access.member_id()) and retracted_at is null and (select access.reads_files()) and exists (
    select from sharing s
    where s.beneficiary_id = distinction.one_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and access.in_force(s.ended_at, s.until)
  ) and exists (
    select from sharing s
    where s.beneficiary_id = distinction.other_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and access.in_force(s.ended_at, s.until)
  ));
create policy retract on distinction for update to hub_partner using ((select access.reads_files()) and exists (
    select from sharing s
    where s.beneficiary_id = distinction.one_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and access.in_force(s.ended_at, s.until)
  ) and exists (
    select from sharing s
    where s.beneficiary_id = distinction.other_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and access.in_force(s.ended_at, s.until)
  ) and retracted_at is null and (partner_id = (select access.partner_id())
        or (select access.partner_id()) = all (array[access.referent(one_id), access.referent(other_id)]))) with check (retracted_at is not null and retracted_by_id = (select access.member_id()));
grant select, insert, update (retracted_at, retracted_by_id) on distinction to hub_partner;
grant select, delete on distinction to hub_rights;

alter table merge enable row level security;
alter table merge force row level security;
create policy own on merge for select to hub_partner using ((select access.reads_files()) and partner_id = (select access.partner_id()));
create policy begin on merge for insert to hub_partner with check ((select access.reads_files()) and partner_id = (select access.partner_id()) and merged_by_id = (select access.member_id())
        and undone_at is null and (select access.partner_id()) = all (array[access.referent(kept_id), access.referent(duplicate_id)]));
create policy undo on merge for update to hub_partner using ((select access.reads_files()) and partner_id = (select access.partner_id()) and undone_at is null) with check (undone_at is not null and undone_by_id = (select access.member_id()));
create policy merges on merge for select to hub_merges using (true);
grant select, insert, update (undone_at, undone_by_id) on merge to hub_partner;
grant select on merge to hub_merges;
grant select, delete on merge to hub_rights;

alter table merges.merged_row enable row level security;
alter table merges.merged_row force row level security;
create policy merges on merges.merged_row to hub_merges using (true) with check (true);
grant select, insert, delete on merges.merged_row to hub_merges;
grant select, delete on merges.merged_row to hub_rights;
