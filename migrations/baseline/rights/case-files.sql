alter table appointment enable row level security;
alter table appointment force row level security;
create policy shared on appointment for select to hub_partner using (exists (
    select from sharing s
    where s.beneficiary_id = appointment.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and access.in_force(s.ended_at, s.until)
  ));
create policy record on appointment for insert to hub_partner with check (partner_id = (select access.partner_id()) and author_id = (select access.member_id()) and exists (
    select from sharing s
    where s.beneficiary_id = appointment.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and access.in_force(s.ended_at, s.until)
  ));
create policy change on appointment for update to hub_partner using (partner_id = (select access.partner_id()) and exists (
    select from sharing s
    where s.beneficiary_id = appointment.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and access.in_force(s.ended_at, s.until)
  )) with check (status <> 'PLANNED');
grant select, insert, update (status) on appointment to hub_partner;
grant select, delete on appointment to hub_rights;

alter table barrier enable row level security;
alter table barrier force row level security;
create policy shared on barrier for select to hub_partner using (exists (
    select from sharing s
    where s.beneficiary_id = barrier.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and access.in_force(s.ended_at, s.until)
  ));
create policy record on barrier for insert to hub_partner with check (partner_id = (select access.partner_id()) and author_id = (select access.member_id()) and exists (
    select from sharing s
    where s.beneficiary_id = barrier.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and access.in_force(s.ended_at, s.until)
  ));
create policy change on barrier for update to hub_partner using (partner_id = (select access.partner_id()) and exists (
    select from sharing s
    where s.beneficiary_id = barrier.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and access.in_force(s.ended_at, s.until)
  )) with check (partner_id = (select access.partner_id()));
grant select, insert, update (status, note, version) on barrier to hub_partner;
grant select, delete on barrier to hub_rights;

alter table contact enable row level security;
alter table contact force row level security;
create policy shared on contact for select to hub_partner using ((removed_at is null or (select access.partner_id()) = any (array[partner_id, access.referent(beneficiary_id)])) and exists (
    select from sharing s
    where s.beneficiary_id = contact.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and access.in_force(s.ended_at, s.until)
  ));
create policy record on contact for insert to hub_partner with check (partner_id = (select access.partner_id()) and author_id = (select access.member_id()) and removed_at is null and exists (
    select from sharing s
    where s.beneficiary_id = contact.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and access.in_force(s.ended_at, s.until)
  ));
create policy change on contact for update to hub_partner using (removed_at is null and (select access.partner_id()) = any (array[partner_id, access.referent(beneficiary_id)]) and exists (
    select from sharing s
    where s.beneficiary_id = contact.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and access.in_force(s.ended_at, s.until)
  )) with check (removed_at is not null);
grant select, insert, update (value, removed_at) on contact to hub_partner;
grant select, delete on contact to hub_rights;

alter table criterion enable row level security;
alter table criterion force row level security;
create policy shared on criterion for select to hub_partner using (exists (
    select from sharing s
    where s.beneficiary_id = criterion.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and access.in_force(s.ended_at, s.until)
  ));
create policy record on criterion for insert to hub_partner with check (partner_id = (select access.partner_id()) and author_id = (select access.member_id()) and exists (
    select from sharing s
    where s.beneficiary_id = criterion.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and access.in_force(s.ended_at, s.until)
  ));
create policy change on criterion for update to hub_partner using (partner_id = (select access.partner_id()) and exists (
    select from sharing s
    where s.beneficiary_id = criterion.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and access.in_force(s.ended_at, s.until)
  )) with check (until is not null);
grant select, insert, update (until) on criterion to hub_partner;
grant select, delete on criterion to hub_rights;

alter table note enable row level security;
alter table note force row level security;
create policy shared on note for select to hub_partner using ((visibility = 'SHARED' or partner_id = (select access.partner_id()) and (visibility = 'PARTNER' or author_id = (select access.member_id())))
      and (removed_at is null or author_id = (select access.member_id())) and exists (
    select from sharing s
    where s.beneficiary_id = note.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and access.in_force(s.ended_at, s.until)
  ));
create policy record on note for insert to hub_partner with check (partner_id = (select access.partner_id()) and author_id = (select access.member_id()) and removed_at is null and (pathway_id is null or exists (select from pathway p where p.id = note.pathway_id and p.beneficiary_id = note.beneficiary_id)) and exists (
    select from sharing s
    where s.beneficiary_id = note.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and access.in_force(s.ended_at, s.until)
  ));
create policy change on note for update to hub_partner using (author_id = (select access.member_id()) and removed_at is null and exists (
    select from sharing s
    where s.beneficiary_id = note.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and access.in_force(s.ended_at, s.until)
  )) with check (author_id = (select access.member_id()));
grant select, insert, update (text, reworded_at, removed_at) on note to hub_partner;
grant select, delete on note to hub_rights;

alter table objective enable row level security;
alter table objective force row level security;
create policy shared on objective for select to hub_partner using (exists (
    select from sharing s
    where s.beneficiary_id = objective.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and access.in_force(s.ended_at, s.until)
  ));
create policy record on objective for insert to hub_partner with check (partner_id = (select access.partner_id()) and author_id = (select access.member_id()) and exists (select from pathway p where p.id = objective.pathway_id and p.beneficiary_id = objective.beneficiary_id) and exists (
    select from sharing s
    where s.beneficiary_id = objective.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and access.in_force(s.ended_at, s.until)
  ));
create policy change on objective for update to hub_partner using (partner_id = (select access.partner_id()) and exists (
    select from sharing s
    where s.beneficiary_id = objective.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and access.in_force(s.ended_at, s.until)
  )) with check (status <> 'OPEN');
grant select, insert, update (status) on objective to hub_partner;
grant select, delete on objective to hub_rights;
