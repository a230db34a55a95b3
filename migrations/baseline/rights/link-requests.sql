alter table link_match enable row level security;
alter table link_match force row level security;
create policy referent on link_match for select to hub_partner using ((select access.reads_files()) and referent_id = (select access.partner_id()));
create policy found on link_match for insert to hub_system with check (true);
grant select on link_match to hub_partner;
grant insert on link_match to hub_system;
grant select, delete on link_match to hub_rights;

alter table link_request enable row level security;
alter table link_request force row level security;
create policy asker on link_request for select to hub_partner using ((select access.reads_files()) and partner_id = (select access.partner_id()));
create policy referent on link_request for select to hub_partner using ((select access.reads_files()) and exists (select from link_match m where m.request_id = link_request.id));
create policy ask on link_request for insert to hub_partner with check ((select access.reads_files()) and partner_id = (select access.partner_id()) and member_id = (select access.member_id())
        and answered_at is null and accepted is null and beneficiary_id is null);
create policy answer on link_request for update to hub_partner using ((select access.reads_files()) and exists (select from link_match m where m.request_id = link_request.id)) with check (answered_at < expires_at and case when accepted
        then exists (select from link_match m
          where m.request_id = link_request.id and m.beneficiary_id = link_request.beneficiary_id)
        else accepted is not null and beneficiary_id is null
      end);
grant select, insert, update (answered_at, accepted, beneficiary_id) on link_request to hub_partner;
grant select, delete on link_request to hub_rights;
