alter table audit.anchor enable row level security;
alter table audit.anchor force row level security;
create policy audit on audit.anchor to hub_audit using (true) with check (true);
grant select, insert, delete on audit.anchor to hub_audit;

alter table audit.entry enable row level security;
alter table audit.entry force row level security;
create policy audit on audit.entry to hub_audit using (true) with check (true);
create policy trail on audit.entry for select to hub_partner using (
CASE ( SELECT current_setting('app.role'::text, true) AS current_setting)
    WHEN 'DATA_PROTECTION_OFFICER'::text THEN ((partner_id = ( SELECT access.partner_id() AS partner_id)) OR ( SELECT audit.oversees() AS oversees) OR audit.concerns(subjects))
    ELSE (( SELECT access.reads_files() AS reads_files) AND audit.concerns(subjects))
END);
alter table audit.entry owner to hub_audit;
grant select on audit.entry to hub_partner;

alter table audit.head enable row level security;
alter table audit.head force row level security;
create policy audit on audit.head to hub_audit using (true) with check (true);
grant select, update on audit.head to hub_audit;

alter table audit.subject enable row level security;
alter table audit.subject force row level security;
create policy audit on audit.subject to hub_audit using (true) with check (true);
grant select, insert on audit.subject to hub_audit;
grant select, delete on audit.subject to hub_rights;

alter table audit.subject_change enable row level security;
alter table audit.subject_change force row level security;
create policy audit on audit.subject_change to hub_audit using (true) with check (true);
grant select, insert on audit.subject_change to hub_audit;

alter table audit.subject_head enable row level security;
alter table audit.subject_head force row level security;
create policy audit on audit.subject_head to hub_audit using (true) with check (true);
grant select, update on audit.subject_head to hub_audit;
