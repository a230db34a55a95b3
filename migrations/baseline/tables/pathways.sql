create type pathway_status as enum ('OPEN', 'SUSPENDED', 'CLOSED');
create type visibility as enum ('AUTHOR', 'PARTNER', 'SHARED');
create type step_kind as enum ('INTERVIEW', 'WORKSHOP', 'TRAINING', 'IMMERSION', 'FORUM', 'CLAUSE_CONTRACT', 'JOB_APPLICATION', 'JOB', 'ADMINISTRATIVE', 'OTHER');

create table pathway (
  id uuid not null,
  beneficiary_id uuid not null,
  partner_id uuid not null,
  objective text not null,
  status pathway_status not null default 'OPEN',
  started_on date not null,
  closed_on date null,
  created_by_id uuid not null,
  primary key (id)
);
create unique index pathway_one_open on pathway (beneficiary_id, partner_id) where status <> 'CLOSED';
create index pathway_by_start on pathway (started_on, id);
create index pathway_of_partner on pathway (partner_id, started_on, id);
create index pathway_of_beneficiary on pathway (beneficiary_id, started_on, id);

create table step (
  id uuid not null,
  pathway_id uuid not null,
  beneficiary_id uuid not null,
  partner_id uuid not null,
  author_id uuid not null,
  kind step_kind not null,
  title text not null,
  occurred_on date not null,
  visibility visibility not null,
  primary key (id)
);
create index step_of_pathway on step (pathway_id, occurred_on, id);

alter table pathway add constraint pathway_beneficiary_id_foreign foreign key (beneficiary_id) references beneficiary (id);
alter table pathway add constraint pathway_partner_id_foreign foreign key (partner_id) references partner (id);
alter table pathway add constraint pathway_created_by_id_foreign foreign key (created_by_id) references member (id);
alter table step add constraint step_pathway_id_foreign foreign key (pathway_id) references pathway (id);
alter table step add constraint step_beneficiary_id_foreign foreign key (beneficiary_id) references beneficiary (id);
alter table step add constraint step_partner_id_foreign foreign key (partner_id) references partner (id);
alter table step add constraint step_author_id_foreign foreign key (author_id) references member (id);
