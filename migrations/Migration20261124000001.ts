import { Migration } from '@mikro-orm/migrations';

/** The insertion clause: programmes, procurements, lots, companies, contracts, hours, and what is told of shortfalls. */
export class Migration20261124000001 extends Migration {
  override up(): void {
    this.addSql(tables);
    this.addSql(months);
    this.addSql(functions);
    this.addSql(policies);
    this.addSql(rights);
  }
}

const tables = `
create type "clause_modality" as enum ('DIRECT_HIRE', 'STAFFING', 'SUBCONTRACTING');
create type "hours_kind" as enum ('WORK', 'TRAINING', 'TUTORING');
create type "hours_status" as enum ('DECLARED', 'VALIDATED', 'REJECTED');
create type "eligibility_criterion" as enum ('LONG_TERM_UNEMPLOYED', 'MINIMUM_INCOME', 'DISABLED_WORKER', 'YOUNG_LOW_QUALIFIED', 'SENIOR', 'PRIORITY_DISTRICT', 'IN_INSERTION_STRUCTURE', 'OTHER');
create table "clause_programme" (
  "id" uuid not null,
  "name" text not null,
  "partner_id" uuid not null,
  "since" date not null,
  "until" date null,
  primary key ("id")
);
create index "clause_programme_by_start" on "clause_programme" ("since", "id");

create table "procurement" (
  "id" uuid not null,
  "programme_id" uuid not null,
  "reference" text not null,
  "name" text not null,
  "buyer" text not null,
  "signed_on" date not null,
  primary key ("id")
);
create index "procurement_of_programme" on "procurement" ("programme_id", "signed_on", "id");

create table "company" (
  "id" uuid not null,
  "name" text not null,
  "siret" text null,
  "sector" text not null,
  primary key ("id")
);
alter table "company" add constraint "company_siret_unique" unique ("siret");
create index "company_by_name" on "company" ("name", "id");

create table "lot" (
  "id" uuid not null,
  "procurement_id" uuid not null,
  "number" int not null,
  "name" text not null,
  "company_id" uuid not null,
  "hours_committed" int not null,
  "starts_on" date not null,
  "ends_on" date not null,
  primary key ("id")
);
alter table "lot" add constraint "lot_procurement_id_number_unique" unique ("procurement_id", "number");
create index "lot_by_start" on "lot" ("starts_on", "id");

create table "clause_contract" (
  "id" uuid not null,
  "lot_id" uuid not null,
  "company_id" uuid not null,
  "beneficiary_id" uuid not null,
  "partner_id" uuid not null,
  "pathway_id" uuid null,
  "referral_id" uuid null,
  "modality" "clause_modality" not null,
  "starts_on" date not null,
  "ends_on" date null,
  "created_by_id" uuid not null,
  "created_at" timestamptz(3) not null,
  primary key ("id")
);
create index "clause_contract_of_lot" on "clause_contract" ("lot_id", "starts_on", "id");
create index "clause_contract_of_beneficiary" on "clause_contract" ("beneficiary_id", "starts_on", "id");
create index "clause_contract_of_pathway" on "clause_contract" ("pathway_id", "starts_on", "id");
create index "clause_contract_of_referral" on "clause_contract" ("referral_id", "starts_on", "id");

create table "hours_entry" (
  "id" uuid not null,
  "contract_id" uuid not null,
  "month" date not null,
  "kind" "hours_kind" not null,
  "hours" numeric(6,2) not null,
  "status" "hours_status" not null,
  "declared_at" timestamptz(3) not null,
  "declared_by_id" uuid not null,
  "decided_at" timestamptz(3) null,
  "decided_by_id" uuid null,
  "reject_reason" text null,
  primary key ("id")
);
create index "hours_entry_of_contract" on "hours_entry" ("contract_id", "month", "id");
create unique index hours_entry_once on hours_entry (contract_id, month, kind) where status <> 'REJECTED';

create table "eligibility_evidence" (
  "id" uuid not null,
  "contract_id" uuid not null,
  "criterion" "eligibility_criterion" not null,
  "document" text not null,
  "checked_on" date not null,
  "checked_by_id" uuid not null,
  "valid_until" date null,
  primary key ("id")
);
create index "eligibility_evidence_of_contract" on "eligibility_evidence" ("contract_id", "checked_on", "id");

create table "lot_shortfall" (
  "id" uuid not null,
  "lot_id" uuid not null,
  "since" timestamptz(3) not null,
  "ended_at" timestamptz(3) null,
  "hours_committed" int not null,
  "hours_forecast" numeric(10,2) not null,
  primary key ("id")
);
create unique index lot_shortfall_open on lot_shortfall (lot_id) where ended_at is null;

alter table "clause_programme" add constraint "clause_programme_partner_id_foreign" foreign key ("partner_id") references "partner" ("id");
alter table "procurement" add constraint "procurement_programme_id_foreign" foreign key ("programme_id") references "clause_programme" ("id");
alter table "lot" add constraint "lot_procurement_id_foreign" foreign key ("procurement_id") references "procurement" ("id");
alter table "lot" add constraint "lot_company_id_foreign" foreign key ("company_id") references "company" ("id");
alter table "clause_contract" add constraint "clause_contract_lot_id_foreign" foreign key ("lot_id") references "lot" ("id");
alter table "clause_contract" add constraint "clause_contract_company_id_foreign" foreign key ("company_id") references "company" ("id");
alter table "clause_contract" add constraint "clause_contract_beneficiary_id_foreign" foreign key ("beneficiary_id") references "beneficiary" ("id");
alter table "clause_contract" add constraint "clause_contract_partner_id_foreign" foreign key ("partner_id") references "partner" ("id");
alter table "clause_contract" add constraint "clause_contract_pathway_id_foreign" foreign key ("pathway_id") references "pathway" ("id") on delete set null;
alter table "clause_contract" add constraint "clause_contract_referral_id_foreign" foreign key ("referral_id") references "referral" ("id") on delete set null;
alter table "clause_contract" add constraint "clause_contract_created_by_id_foreign" foreign key ("created_by_id") references "member" ("id");
alter table "hours_entry" add constraint "hours_entry_contract_id_foreign" foreign key ("contract_id") references "clause_contract" ("id");
alter table "hours_entry" add constraint "hours_entry_declared_by_id_foreign" foreign key ("declared_by_id") references "member" ("id");
alter table "hours_entry" add constraint "hours_entry_decided_by_id_foreign" foreign key ("decided_by_id") references "member" ("id") on delete set null;
alter table "eligibility_evidence" add constraint "eligibility_evidence_contract_id_foreign" foreign key ("contract_id") references "clause_contract" ("id");
alter table "eligibility_evidence" add constraint "eligibility_evidence_checked_by_id_foreign" foreign key ("checked_by_id") references "member" ("id");
alter table "lot_shortfall" add constraint "lot_shortfall_lot_id_foreign" foreign key ("lot_id") references "lot" ("id");
`;

const months = `
-- A lot month by month, as far as the viewer sees its contracts (see src/clauses/lot-month.ts).
create view lot_month with (security_invoker = true) as
select lot.id as lot_id, span.month,
  round(lot.hours_committed::numeric * span.place::numeric / span.months::numeric, 2)
    - round(lot.hours_committed::numeric * (span.place - 1)::numeric / span.months::numeric, 2) as due,
  coalesce(worked.done, 0::numeric) as done,
  coalesce(worked.forecast, 0::numeric) as forecast
from lot
cross join lateral (
  select m.month::date as month, row_number() over (order by m.month) as place, count(*) over () as months
  from generate_series(date_trunc('month'::text, lot.starts_on::timestamp without time zone),
    lot.ends_on::timestamp without time zone, '1 mon'::interval) m(month)
) span
left join lateral (
  select k.month, sum(k.done) as done,
    sum(case when k.known then k.done else k.pace end) as forecast
  from (
    select d.month, d.done, d.known,
      coalesce(avg(d.done) filter (where d.known) over (partition by d.contract_id), 0::numeric) as pace
    from (
      select c.id as contract_id, m.month::date as month, coalesce(h.hours, 0::numeric) as done,
        h.id is not null or m.month <
          (date_trunc('month'::text, now() at time zone 'Europe/Paris'::text) - '1 mon'::interval) as known
      from clause_contract c
      cross join lateral generate_series(date_trunc('month'::text, c.starts_on::timestamp without time zone),
        least(c.ends_on, lot.ends_on)::timestamp without time zone, '1 mon'::interval) m(month)
      left join hours_entry h on h.contract_id = c.id and h.month = m.month::date
        and h.kind = 'WORK'::hours_kind and h.status = 'VALIDATED'::hours_status
      where c.lot_id = lot.id
    ) d
  ) k
  group by k.month
) worked on worked.month = span.month;
`;

/* The one thing of a person's file that a facilitator is told. */
const functions = `
-- The name of the person who holds a contract; null unless the viewer may see the contract.
create function access.contract_holder(contract uuid) returns text language sql stable security definer
  set search_path = public, pg_temp
as $$
  select b.first_name || ' ' || b.last_name
  from clause_contract c join beneficiary b on b.id = c.beneficiary_id
    join lot l on l.id = c.lot_id join procurement p on p.id = l.procurement_id
    join clause_programme g on g.id = p.programme_id
  where c.id = contract
    and (access.scope(c.beneficiary_id) >= 'PATHWAY'
      or current_setting('app.role', true) = 'CLAUSE_FACILITATOR' and g.partner_id = access.partner_id())
$$;
`;

const policies = `
alter table "clause_programme" enable row level security;
alter table "clause_programme" force row level security;
create policy "directory" on "clause_programme" for select to "hub_partner", "hub_system", "hub_access" using (true);
create policy "open" on "clause_programme" for insert to "hub_partner" with check ((select current_setting('app.role', true)) = 'CLAUSE_FACILITATOR' and partner_id = (select access.partner_id()));
create policy "facts" on "clause_programme" for select to "hub_facts" using (true);
alter table "procurement" enable row level security;
alter table "procurement" force row level security;
create policy "directory" on "procurement" for select to "hub_partner", "hub_system", "hub_access" using (true);
create policy "add" on "procurement" for insert to "hub_partner" with check ((select current_setting('app.role', true)) = 'CLAUSE_FACILITATOR' and exists (
    select from clause_programme g where g.id = procurement.programme_id and g.partner_id = (select access.partner_id())));
create policy "facts" on "procurement" for select to "hub_facts" using (true);
alter table "company" enable row level security;
alter table "company" force row level security;
create policy "directory" on "company" for select to "hub_partner" using (true);
create policy "add" on "company" for insert to "hub_partner" with check ((select current_setting('app.role', true)) = 'CLAUSE_FACILITATOR');
create policy "facts" on "company" for select to "hub_facts" using (true);
alter table "lot" enable row level security;
alter table "lot" force row level security;
create policy "directory" on "lot" for select to "hub_partner", "hub_system", "hub_access" using (true);
create policy "add" on "lot" for insert to "hub_partner" with check ((select current_setting('app.role', true)) = 'CLAUSE_FACILITATOR' and exists (
    select from clause_programme g where g.id = (select p.programme_id from procurement p where p.id = lot.procurement_id) and g.partner_id = (select access.partner_id())));
create policy "facts" on "lot" for select to "hub_facts" using (true);
alter table "clause_contract" enable row level security;
alter table "clause_contract" force row level security;
create policy "shared" on "clause_contract" for select to "hub_partner" using ((select access.reads_files()) and exists (
    select from sharing s
    where s.beneficiary_id = clause_contract.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and s.ended_at is null and (s.until is null or s.until > now())
  ));
create policy "facilitator" on "clause_contract" for select to "hub_partner" using ((select current_setting('app.role', true)) = 'CLAUSE_FACILITATOR' and exists (
    select from lot l join procurement p on p.id = l.procurement_id join clause_programme g on g.id = p.programme_id
    where l.id = clause_contract.lot_id and g.partner_id = (select access.partner_id())));
create policy "open" on "clause_contract" for insert to "hub_partner" with check ((select access.reads_files()) and partner_id = (select access.partner_id()) and created_by_id = (select access.member_id())
        and exists (
    select from sharing s
    where s.beneficiary_id = clause_contract.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and s.ended_at is null and (s.until is null or s.until > now())
  )
        and (pathway_id is null or exists (select from pathway p
          where p.id = clause_contract.pathway_id and p.beneficiary_id = clause_contract.beneficiary_id))
        and (referral_id is null or exists (select from referral r
          where r.id = clause_contract.referral_id and r.beneficiary_id = clause_contract.beneficiary_id)));
create policy "end" on "clause_contract" for update to "hub_partner" using ((select current_setting('app.role', true)) = 'CLAUSE_FACILITATOR' and exists (
    select from lot l join procurement p on p.id = l.procurement_id join clause_programme g on g.id = p.programme_id
    where l.id = clause_contract.lot_id and g.partner_id = (select access.partner_id()))
        or (select access.reads_files()) and partner_id = (select access.partner_id()) and exists (
    select from sharing s
    where s.beneficiary_id = clause_contract.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and s.ended_at is null and (s.until is null or s.until > now())
  ));
create policy "access" on "clause_contract" for select to "hub_access", "hub_system" using (true);
create policy "facts" on "clause_contract" for select to "hub_facts" using (true);
alter table "hours_entry" enable row level security;
alter table "hours_entry" force row level security;
create policy "contract" on "hours_entry" for select to "hub_partner" using (exists (select from clause_contract c where c.id = hours_entry.contract_id));
create policy "declare" on "hours_entry" for insert to "hub_partner" with check (status = 'DECLARED' and declared_by_id = (select access.member_id()) and exists (select from clause_contract c where c.id = hours_entry.contract_id and ((select current_setting('app.role', true)) = 'CLAUSE_FACILITATOR' or c.partner_id = (select access.partner_id()))));
create policy "decide" on "hours_entry" for update to "hub_partner" using ((select current_setting('app.role', true)) = 'CLAUSE_FACILITATOR' and exists (select from clause_contract c where c.id = hours_entry.contract_id and ((select current_setting('app.role', true)) = 'CLAUSE_FACILITATOR' or c.partner_id = (select access.partner_id())))) with check (status <> 'DECLARED' and decided_by_id = (select access.member_id()));
create policy "system" on "hours_entry" for select to "hub_system" using (true);
create policy "facts" on "hours_entry" for select to "hub_facts" using (true);
alter table "eligibility_evidence" enable row level security;
alter table "eligibility_evidence" force row level security;
create policy "contract" on "eligibility_evidence" for select to "hub_partner" using (exists (select from clause_contract c where c.id = eligibility_evidence.contract_id));
create policy "add" on "eligibility_evidence" for insert to "hub_partner" with check (checked_by_id = (select access.member_id()) and exists (select from clause_contract c where c.id = eligibility_evidence.contract_id and ((select current_setting('app.role', true)) = 'CLAUSE_FACILITATOR' or c.partner_id = (select access.partner_id()))));
create policy "facts" on "eligibility_evidence" for select to "hub_facts" using (true);
alter table "lot_shortfall" enable row level security;
alter table "lot_shortfall" force row level security;
create policy "facilitator" on "lot_shortfall" for select to "hub_partner" using ((select current_setting('app.role', true)) = 'CLAUSE_FACILITATOR' and exists (
    select from lot l join procurement p on p.id = l.procurement_id join clause_programme g on g.id = p.programme_id
    where l.id = lot_shortfall.lot_id and g.partner_id = (select access.partner_id())));
create policy "system" on "lot_shortfall" for select to "hub_system" using (true);
create policy "open" on "lot_shortfall" for insert to "hub_system" with check (true);
create policy "end" on "lot_shortfall" for update to "hub_system" using (true);
create policy "facts" on "lot_shortfall" for select to "hub_facts" using (true);

-- News of the clause is for facilitators, in place of those who read files.
drop policy "addressee" on "event";
create policy "addressee" on "event" for select to "hub_partner" using (partner_id = (select access.partner_id()) and case when topic = 'CLAUSE' then (select current_setting('app.role', true)) = 'CLAUSE_FACILITATOR' else (select access.reads_files()) end);
drop policy "act" on "event";
create policy "act" on "event" for insert to "hub_partner" with check (((select access.reads_files()) or (select current_setting('app.role', true)) = 'CLAUSE_FACILITATOR' and topic = 'CLAUSE' and partner_id = (select access.partner_id()))
        and xid = pg_current_xact_id() and by_id = (select access.partner_id()) and member_id = (select access.member_id()));
`;

const rights = `
revoke all on function access.contract_holder(uuid) from public;
grant execute on function access.contract_holder(uuid) to hub_partner, hub_system, hub_access;

grant select on clause_programme, procurement, company, lot, clause_contract, hours_entry, eligibility_evidence,
  lot_shortfall, lot_month to hub_partner, hub_facts;
grant insert on clause_programme, procurement, company, lot, clause_contract, hours_entry, eligibility_evidence
  to hub_partner;
grant update (ends_on) on clause_contract to hub_partner;
grant update (status, decided_at, decided_by_id, reject_reason) on hours_entry to hub_partner;

grant select on clause_programme, procurement, lot, clause_contract, hours_entry, lot_shortfall, lot_month to hub_system;
grant insert on lot_shortfall to hub_system;
grant update (ended_at) on lot_shortfall to hub_system;

grant select on clause_programme, procurement, lot, clause_contract to hub_access;
grant create on schema access to hub_access;
alter function access.contract_holder(uuid) owner to hub_access;
revoke create on schema access from hub_access;
`;
