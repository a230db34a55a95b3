create type outcome_situation as enum ('CDI', 'CDD', 'INTERIM', 'PUBLIC_SERVICE', 'BUSINESS_CREATION', 'QUALIFYING_TRAINING', 'CONTRAT_AIDE', 'OTHER_STRUCTURE', 'JOB_SEEKING', 'INACTIVE', 'MOVED_AWAY', 'LOST_CONTACT', 'OTHER');
create type exit_class as enum ('DURABLE', 'TRANSITION', 'POSITIVE');
create type outcome_evidence as enum ('CONTRACT', 'PAYSLIP', 'CERTIFICATE', 'STATEMENT', 'NONE');

create table exit_frame (
  version int not null,
  name text not null,
  in_force_from date not null,
  durable_over_months int not null,
  primary key (version)
);

create table exit_frame_rule (
  frame_version int not null,
  situation outcome_situation not null,
  class exit_class null,
  class_when_long exit_class null,
  primary key (frame_version, situation)
);

create table outcome (
  id uuid not null,
  pathway_id uuid not null,
  beneficiary_id uuid not null,
  partner_id uuid not null,
  occurred_on date not null,
  situation outcome_situation not null,
  contract_months int null,
  evidence outcome_evidence not null,
  clause_contract_id uuid null,
  recorded_by_id uuid not null,
  recorded_at timestamptz(3) not null,
  verified_by_id uuid null,
  verified_at timestamptz(3) null,
  situation_at_6_months outcome_situation null,
  followed_up_on date null,
  primary key (id)
);
create index outcome_of_clause_contract on outcome (clause_contract_id, occurred_on, id);
create index outcome_of_pathway on outcome (pathway_id, occurred_on, id);

alter table exit_frame_rule add constraint exit_frame_rule_frame_version_foreign foreign key (frame_version) references exit_frame (version);
alter table outcome add constraint outcome_pathway_id_foreign foreign key (pathway_id) references pathway (id);
alter table outcome add constraint outcome_beneficiary_id_foreign foreign key (beneficiary_id) references beneficiary (id);
alter table outcome add constraint outcome_partner_id_foreign foreign key (partner_id) references partner (id);
alter table outcome add constraint outcome_clause_contract_id_foreign foreign key (clause_contract_id) references clause_contract (id) on delete set null;
alter table outcome add constraint outcome_recorded_by_id_foreign foreign key (recorded_by_id) references member (id);
alter table outcome add constraint outcome_verified_by_id_foreign foreign key (verified_by_id) references member (id) on delete set null;
