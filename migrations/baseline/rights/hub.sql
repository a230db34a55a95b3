alter table budget enable row level security;
alter table budget force row level security;
create policy take on budget to hub_system using (true) with check (true);
grant select, insert, update on budget to hub_system;

alter table event enable row level security;
alter table event force row level security;
create policy addressee on event for select to hub_partner using (partner_id = (select access.partner_id()) and case when topic = 'CLAUSE' then (select current_setting('app.role', true)) = 'CLAUSE_FACILITATOR' when topic = 'RETENTION' then (select current_setting('app.role', true)) = any (array['DATA_PROTECTION_OFFICER', 'PARTNER_ADMINISTRATOR']) when topic = 'UNANSWERED' then (select current_setting('app.role', true)) = 'COORDINATOR' else (select access.reads_files()) end);
create policy webhooks on event as restrictive for select to hub_partner using (topic <> 'WEBHOOK' or (select current_setting('app.role', true)) = 'PARTNER_ADMINISTRATOR');
create policy act on event for insert to hub_partner with check (((select access.reads_files()) or (select current_setting('app.role', true)) = 'CLAUSE_FACILITATOR' and topic = 'CLAUSE' and partner_id = (select access.partner_id()))
        and xid = pg_current_xact_id() and by_id = (select access.partner_id()) and member_id = (select access.member_id()));
create policy system on event for insert to hub_system with check (xid = pg_current_xact_id() and by_id is null);
create policy coordinate on event for insert to hub_system with check (topic = 'REFERRAL' and kind = 'ENTERED_IN_ERROR' and xid = pg_current_xact_id()
        and (select current_setting('app.role', true)) = 'COORDINATOR' and by_id = (select access.partner_id()) and member_id = (select access.member_id()));
create policy setup on event for insert to hub_setup with check (topic = 'MEMBER' and xid = pg_current_xact_id() and by_id is null and member_id is null);
create policy relay on event for select to hub_system using (true);
grant select, insert on event to hub_partner, hub_system;
grant select, insert, update (replaced), delete on event to hub_rights;
grant insert (id, partner_id, topic, kind, subject) on event to hub_setup;

alter table event_consumer enable row level security;
alter table event_consumer force row level security;
create policy place on event_consumer to hub_system using (true) with check (true);
grant select, insert, update on event_consumer to hub_system;

alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy own on idempotency_key to hub_partner using (member_id = (select access.member_id())) with check (member_id = (select access.member_id()));
grant select, insert, update (outcome) on idempotency_key to hub_partner;
grant select, delete on idempotency_key to hub_rights;

alter table presence enable row level security;
alter table presence force row level security;
create policy tell on presence to hub_system using (true) with check (true);
grant select, insert, update, delete on presence to hub_system;

alter table private.definition enable row level security;
alter table private.definition force row level security;
create policy owner on private.definition to current_user using (true) with check (true);

alter table private.epoch enable row level security;
alter table private.epoch force row level security;
create policy owner on private.epoch to current_user using (true) with check (true);

alter table private.installed enable row level security;
alter table private.installed force row level security;
create policy owner on private.installed to current_user using (true) with check (true);

alter table private.login enable row level security;
alter table private.login force row level security;
create policy owner on private.login to current_user using (true) with check (true);

alter table private.secret_check enable row level security;
alter table private.secret_check force row level security;
create policy owner on private.secret_check to current_user using (true) with check (true);

alter table mikro_orm_migrations enable row level security;
alter table mikro_orm_migrations force row level security;
create policy owner on mikro_orm_migrations to current_user using (true) with check (true);
