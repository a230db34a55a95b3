import { Migration } from '@mikro-orm/migrations';

/** How pathways end: outcomes, and the frames by which an outcome counts as an exit of a class. */
export class Migration20261124000002 extends Migration {
  override up(): void {
    this.addSql(tables);
    this.addSql(frames);
    this.addSql(policies);
    this.addSql(rights);
  }
}

const tables = `
create type "outcome_situation" as enum ('CDI', 'CDD', 'INTERIM', 'PUBLIC_SERVICE', 'BUSINESS_CREATION', 'QUALIFYING_TRAINING', 'CONTRAT_AIDE', 'OTHER_STRUCTURE', 'JOB_SEEKING', 'INACTIVE', 'MOVED_AWAY', 'LOST_CONTACT', 'OTHER');
create type "outcome_evidence" as enum ('CONTRACT', 'PAYSLIP', 'CERTIFICATE', 'STATEMENT', 'NONE');
create type "exit_class" as enum ('DURABLE', 'TRANSITION', 'POSITIVE');
create table "exit_frame" (
  "version" int not null,
  "name" text not null,
  "in_force_from" date not null,
  "durable_over_months" int not null,
  primary key ("version")
);

create table "exit_frame_rule" (
  "frame_version" int not null,
  "situation" "outcome_situation" not null,
  "class" "exit_class" null,
  "class_when_long" "exit_class" null,
  primary key ("frame_version", "situation")
);

create table "outcome" (
  "id" uuid not null,
  "pathway_id" uuid not null,
  "beneficiary_id" uuid not null,
  "partner_id" uuid not null,
  "occurred_on" date not null,
  "situation" "outcome_situation" not null,
  "contract_months" int null,
  "evidence" "outcome_evidence" not null,
  "clause_contract_id" uuid null,
  "recorded_by_id" uuid not null,
  "recorded_at" timestamptz(3) not null,
  "verified_by_id" uuid null,
  "verified_at" timestamptz(3) null,
  "situation_at_6_months" "outcome_situation" null,
  "followed_up_on" date null,
  primary key ("id")
);
create index "outcome_of_pathway" on "outcome" ("pathway_id", "occurred_on", "id");
create index "outcome_of_clause_contract" on "outcome" ("clause_contract_id", "occurred_on", "id");

alter table "exit_frame_rule" add constraint "exit_frame_rule_frame_version_foreign" foreign key ("frame_version") references "exit_frame" ("version");
alter table "outcome" add constraint "outcome_pathway_id_foreign" foreign key ("pathway_id") references "pathway" ("id");
alter table "outcome" add constraint "outcome_beneficiary_id_foreign" foreign key ("beneficiary_id") references "beneficiary" ("id");
alter table "outcome" add constraint "outcome_partner_id_foreign" foreign key ("partner_id") references "partner" ("id");
alter table "outcome" add constraint "outcome_clause_contract_id_foreign" foreign key ("clause_contract_id") references "clause_contract" ("id") on delete set null;
alter table "outcome" add constraint "outcome_recorded_by_id_foreign" foreign key ("recorded_by_id") references "member" ("id");
alter table "outcome" add constraint "outcome_verified_by_id_foreign" foreign key ("verified_by_id") references "member" ("id") on delete set null;
`;

/* The one place that knows what class an outcome counts in: asked by the API and by the committee's figures. */
const frames = `
insert into exit_frame (version, name, in_force_from, durable_over_months) values (1, 'IAE', '2008-01-01', 6);
insert into exit_frame_rule (frame_version, situation, class, class_when_long) values
  (1, 'CDI', 'DURABLE', null),
  (1, 'PUBLIC_SERVICE', 'DURABLE', null),
  (1, 'BUSINESS_CREATION', 'DURABLE', null),
  (1, 'CDD', 'TRANSITION', 'DURABLE'),
  (1, 'INTERIM', 'TRANSITION', 'DURABLE'),
  (1, 'CONTRAT_AIDE', 'TRANSITION', null),
  (1, 'QUALIFYING_TRAINING', 'POSITIVE', null),
  (1, 'OTHER_STRUCTURE', 'POSITIVE', null),
  (1, 'JOB_SEEKING', null, null),
  (1, 'INACTIVE', null, null),
  (1, 'MOVED_AWAY', null, null),
  (1, 'LOST_CONTACT', null, null),
  (1, 'OTHER', null, null);

create schema frames;

-- The version of the frame in force on a day; null before the first.
create function frames.exit_version(on_day date) returns int language sql stable
  return (select f.version from exit_frame f where f.in_force_from <= on_day
    order by f.in_force_from desc, f.version desc limit 1);

-- What an outcome counts as, in the frame in force on its day; null when it is no exit of any class.
create function frames.exit_class(situation outcome_situation, months int, on_day date) returns exit_class
  language sql stable
  return (select case when exit_class.months > f.durable_over_months
      then coalesce(r.class_when_long, r.class) else r.class end
    from exit_frame f join exit_frame_rule r on r.frame_version = f.version
    where f.version = frames.exit_version(exit_class.on_day) and r.situation = exit_class.situation);
`;

const policies = `
alter table "exit_frame" enable row level security;
alter table "exit_frame" force row level security;
create policy "reference" on "exit_frame" for select to "hub_partner", "hub_facts" using (true);
alter table "exit_frame_rule" enable row level security;
alter table "exit_frame_rule" force row level security;
create policy "reference" on "exit_frame_rule" for select to "hub_partner", "hub_facts" using (true);
alter table "outcome" enable row level security;
alter table "outcome" force row level security;
create policy "shared" on "outcome" for select to "hub_partner" using (exists (
    select from sharing s
    where s.beneficiary_id = outcome.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and s.ended_at is null and (s.until is null or s.until > now())
  ));
create policy "record" on "outcome" for insert to "hub_partner" with check (partner_id = (select access.partner_id()) and recorded_by_id = (select access.member_id()) and verified_by_id is null and followed_up_on is null
        and exists (select from pathway p where p.id = outcome.pathway_id
          and p.partner_id = outcome.partner_id and p.beneficiary_id = outcome.beneficiary_id)
        and (clause_contract_id is null or exists (select from clause_contract c
          where c.id = outcome.clause_contract_id and c.beneficiary_id = outcome.beneficiary_id)));
create policy "complete" on "outcome" for update to "hub_partner" using (partner_id = (select access.partner_id()) and exists (
    select from sharing s
    where s.beneficiary_id = outcome.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and s.ended_at is null and (s.until is null or s.until > now())
  )) with check (recorded_by_id <> (select access.member_id()) or verified_by_id is distinct from (select access.member_id())
        or (select current_setting('app.role', true)) = 'PARTNER_ADMINISTRATOR');
create policy "facts" on "outcome" for select to "hub_facts" using (true);
create policy "close" on "pathway" for update to "hub_partner" using (partner_id = (select access.partner_id()) and exists (
    select from sharing s
    where s.beneficiary_id = pathway.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and s.ended_at is null and (s.until is null or s.until > now())
  )) with check (status = 'CLOSED' and closed_on is not null);
`;

const rights = `
grant select on exit_frame, exit_frame_rule, outcome to hub_partner, hub_facts;
grant insert on outcome to hub_partner;
grant update (verified_by_id, verified_at, situation_at_6_months, followed_up_on) on outcome to hub_partner;
grant update (status, closed_on) on pathway to hub_partner;

revoke all on all functions in schema frames from public;
grant usage on schema frames to hub_partner, hub_facts;
grant execute on all functions in schema frames to hub_partner, hub_facts;
`;
