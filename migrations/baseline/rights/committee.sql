alter table committee_question enable row level security;
alter table committee_question force row level security;
create policy own on committee_question for select to hub_partner using ((select current_setting('app.role', true)) = any (array['COMMITTEE_MEMBER', 'COORDINATOR']) and member_id = (select access.member_id()));
create policy note on committee_question for insert to hub_partner with check ((select current_setting('app.role', true)) = any (array['COMMITTEE_MEMBER', 'COORDINATOR']) and member_id = (select access.member_id()));
grant select, insert on committee_question to hub_partner;

alter table committee_snapshot enable row level security;
alter table committee_snapshot force row level security;
create policy shown on committee_snapshot for select to hub_partner using ((select current_setting('app.role', true)) = any (array['COMMITTEE_MEMBER', 'COORDINATOR']));
create policy take on committee_snapshot for insert to hub_partner with check ((select current_setting('app.role', true)) = any (array['COMMITTEE_MEMBER', 'COORDINATOR']) and taken_by_id = (select access.member_id()));
grant select, insert on committee_snapshot to hub_partner;

alter table saved_analysis enable row level security;
alter table saved_analysis force row level security;
create policy kept on saved_analysis for select to hub_partner using ((select current_setting('app.role', true)) = any (array['COMMITTEE_MEMBER', 'COORDINATOR']) and (owner_id = (select access.member_id()) or shared and ended_at is null));
create policy keep on saved_analysis for insert to hub_partner with check ((select current_setting('app.role', true)) = any (array['COMMITTEE_MEMBER', 'COORDINATOR']) and owner_id = (select access.member_id()));
create policy own on saved_analysis for update to hub_partner using ((select current_setting('app.role', true)) = any (array['COMMITTEE_MEMBER', 'COORDINATOR']) and owner_id = (select access.member_id()) and ended_at is null) with check ((select current_setting('app.role', true)) = any (array['COMMITTEE_MEMBER', 'COORDINATOR']) and owner_id = (select access.member_id()));
grant select, insert, update (shared, ended_at) on saved_analysis to hub_partner;

alter table facts.answer enable row level security;
alter table facts.answer force row level security;
create policy facts on facts.answer to hub_facts using (true) with check (true);
grant select, insert, update, delete on facts.answer to hub_facts;

alter table facts.calendar enable row level security;
alter table facts.calendar force row level security;
create policy facts on facts.calendar to hub_facts using (true) with check (true);
grant select on facts.calendar to hub_facts;

alter table facts.cell enable row level security;
alter table facts.cell force row level security;
create policy facts on facts.cell to hub_facts using (true) with check (true);
grant select, insert, update, delete on facts.cell to hub_facts;

alter table facts.fingerprint enable row level security;
alter table facts.fingerprint force row level security;
create policy facts on facts.fingerprint to hub_facts using (true) with check (true);
grant select, insert, update, delete on facts.fingerprint to hub_facts;

alter table facts.indicator enable row level security;
alter table facts.indicator force row level security;
create policy facts on facts.indicator to hub_facts using (true) with check (true);
grant select, insert, update, delete on facts.indicator to hub_facts;

alter table facts.period enable row level security;
alter table facts.period force row level security;
create policy facts on facts.period to hub_facts using (true) with check (true);
grant select, insert, update, delete on facts.period to hub_facts;

alter table facts.touched enable row level security;
alter table facts.touched force row level security;
create policy facts on facts.touched to hub_facts using (true) with check (true);
grant select, insert, update, delete on facts.touched to hub_facts;
