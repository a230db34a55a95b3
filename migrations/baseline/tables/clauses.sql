create type clause_modality as enum ('DIRECT_HIRE', 'STAFFING', 'SUBCONTRACTING');
create type hours_kind as enum ('WORK', 'TRAINING', 'TUTORING');
create type hours_status as enum ('DECLARED', 'VALIDATED', 'REJECTED');
create type eligibility_criterion as enum ('LONG_TERM_UNEMPLOYED', 'MINIMUM_INCOME', 'DISABLED_WORKER', 'YOUNG_LOW_QUALIFIED', 'SENIOR', 'PRIORITY_DISTRICT', 'IN_INSERTION_STRUCTURE', 'OTHER');

create table company (
  id uuid not null,
  name text not null,
  siret text null,
  sector text not null,
  primary key (id)
);
alter table company add constraint company_siret_unique unique (siret);
create index company_by_name on company (name, id);

create table clause_programme (
  id uuid not null,
  name text not null,
  partner_id uuid not null,
  since date not null,
  until date null,
  primary key (id)
);
create index clause_programme_by_start on clause_programme (since, id);

create table procurement (
  id uuid not null,
  programme_id uuid not null,
  reference text not null,
  name text not null,
  buyer text not null,
  signed_on date not null,
  primary key (id)
);
create index procurement_of_programme on procurement (programme_id, signed_on, id);

create table lot (
  id uuid not null,
  procurement_id uuid not null,
  number int not null,
  name text not null,
  company_id uuid not null,
  hours_committed int not null,
  starts_on date not null,
  ends_on date not null,
  primary key (id)
);
create index lot_by_start on lot (starts_on, id);
alter table lot add constraint lot_procurement_id_number_unique unique (procurement_id, number);

create table lot_shortfall (
  id uuid not null,
  lot_id uuid not null,
  since timestamptz(3) not null,
  ended_at timestamptz(3) null,
  hours_committed int not null,
  hours_forecast numeric(10,2) not null,
  primary key (id)
);
create unique index lot_shortfall_open on lot_shortfall (lot_id) where ended_at is null;

create table clause_contract (
  id uuid not null,
  lot_id uuid not null,
  company_id uuid not null,
  beneficiary_id uuid not null,
  partner_id uuid not null,
  pathway_id uuid null,
  referral_id uuid null,
  modality clause_modality not null,
  starts_on date not null,
  ends_on date null,
  created_by_id uuid not null,
  created_at timestamptz(3) not null,
  primary key (id)
);
create index clause_contract_of_referral on clause_contract (referral_id, starts_on, id);
create index clause_contract_of_pathway on clause_contract (pathway_id, starts_on, id);
create index clause_contract_of_beneficiary on clause_contract (beneficiary_id, starts_on, id);
create index clause_contract_of_lot on clause_contract (lot_id, starts_on, id);

create table hours_entry (
  id uuid not null,
  contract_id uuid not null,
  month date not null,
  kind hours_kind not null,
  hours numeric(6,2) not null,
  status hours_status not null,
  declared_at timestamptz(3) not null,
  declared_by_id uuid not null,
  decided_at timestamptz(3) null,
  decided_by_id uuid null,
  reject_reason text null,
  primary key (id)
);
create unique index hours_entry_once on hours_entry (contract_id, month, kind) where status <> 'REJECTED';
create index hours_entry_of_contract on hours_entry (contract_id, month, id);

create table eligibility_evidence (
  id uuid not null,
  contract_id uuid not null,
  criterion eligibility_criterion not null,
  document text not null,
  checked_on date not null,
  checked_by_id uuid not null,
  valid_until date null,
  primary key (id)
);
create index eligibility_evidence_of_contract on eligibility_evidence (contract_id, checked_on, id);

alter table clause_programme add constraint clause_programme_partner_id_foreign foreign key (partner_id) references partner (id);
alter table procurement add constraint procurement_programme_id_foreign foreign key (programme_id) references clause_programme (id);
alter table lot add constraint lot_procurement_id_foreign foreign key (procurement_id) references procurement (id);
alter table lot add constraint lot_company_id_foreign foreign key (company_id) references company (id);
alter table lot_shortfall add constraint lot_shortfall_lot_id_foreign foreign key (lot_id) references lot (id);
alter table clause_contract add constraint clause_contract_lot_id_foreign foreign key (lot_id) references lot (id);
alter table clause_contract add constraint clause_contract_company_id_foreign foreign key (company_id) references company (id);
alter table clause_contract add constraint clause_contract_beneficiary_id_foreign foreign key (beneficiary_id) references beneficiary (id);
alter table clause_contract add constraint clause_contract_partner_id_foreign foreign key (partner_id) references partner (id);
alter table clause_contract add constraint clause_contract_pathway_id_foreign foreign key (pathway_id) references pathway (id) on delete set null;
alter table clause_contract add constraint clause_contract_referral_id_foreign foreign key (referral_id) references referral (id) on delete set null;
alter table clause_contract add constraint clause_contract_created_by_id_foreign foreign key (created_by_id) references member (id);
alter table hours_entry add constraint hours_entry_contract_id_foreign foreign key (contract_id) references clause_contract (id);
alter table hours_entry add constraint hours_entry_declared_by_id_foreign foreign key (declared_by_id) references member (id);
alter table hours_entry add constraint hours_entry_decided_by_id_foreign foreign key (decided_by_id) references member (id) on delete set null;
alter table eligibility_evidence add constraint eligibility_evidence_contract_id_foreign foreign key (contract_id) references clause_contract (id);
alter table eligibility_evidence add constraint eligibility_evidence_checked_by_id_foreign foreign key (checked_by_id) references member (id);
