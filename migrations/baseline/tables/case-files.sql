create type criterion_key as enum ('ACTIFS', 'BENEFICIAIRES_DES_MINIMAS_SOCIAUX', 'BENEFICIAIRES_DU_RSA', 'DEMANDEURS_EMPLOI', 'DEMANDEURS_EMPLOI_DE_LONGUE_DUREE', 'ETUDIANTS', 'FAMILLES', 'PARENTS_ISOLES', 'FEMMES', 'JEUNES', 'JEUNES_SANS_QUALIFICATION', 'PERSONNES_EN_SITUATION_DE_HANDICAP', 'PERSONNES_EN_SITUATION_DURGENCE', 'RESIDENTS_QPV_FRR', 'SENIORS');
create type contact_kind as enum ('PHONE', 'EMAIL', 'ADDRESS');
create type barrier_theme as enum ('CHOISIR_UN_METIER', 'CREER_UNE_ENTREPRISE', 'DIFFICULTES_ADMINISTRATIVES_OU_JURIDIQUES', 'DIFFICULTES_FINANCIERES', 'EQUIPEMENT_ET_ALIMENTATION', 'FAMILLE', 'LECTURE_ECRITURE_CALCUL', 'LOGEMENT_HEBERGEMENT', 'MOBILITE', 'NUMERIQUE', 'PREPARER_SA_CANDIDATURE', 'REMOBILISATION', 'SANTE', 'SE_FORMER', 'SOUVRIR_A_LINTERNATIONAL', 'TROUVER_UN_EMPLOI');
create type barrier_status as enum ('OPEN', 'BEING_WORKED_ON', 'RESOLVED');
create type appointment_status as enum ('PLANNED', 'HONOURED', 'MISSED', 'CANCELLED');
create type objective_status as enum ('OPEN', 'REACHED', 'DROPPED');

create table criterion (
  id uuid not null,
  beneficiary_id uuid not null,
  partner_id uuid not null,
  author_id uuid not null,
  created_at timestamptz(3) not null,
  key criterion_key not null,
  since date not null,
  until date null,
  primary key (id)
);
create index criterion_of_beneficiary on criterion (beneficiary_id, since, id);
alter table criterion add constraint criterion_in_order check (until >= since);

create table contact (
  id uuid not null,
  beneficiary_id uuid not null,
  partner_id uuid not null,
  author_id uuid not null,
  created_at timestamptz(3) not null,
  kind contact_kind not null,
  value text not null,
  preferred boolean not null,
  removed_at timestamptz(3) null,
  primary key (id)
);
create index contact_of_beneficiary on contact (beneficiary_id, created_at, id);
alter table contact add constraint contact_emptied check ((removed_at is null) = (value <> ''));

create table barrier (
  id uuid not null,
  beneficiary_id uuid not null,
  partner_id uuid not null,
  author_id uuid not null,
  created_at timestamptz(3) not null,
  theme barrier_theme not null,
  status barrier_status not null,
  note text null,
  version int not null,
  primary key (id)
);
create index barrier_of_beneficiary on barrier (beneficiary_id, created_at, id);
alter table barrier add constraint barrier_silent_on_health check (theme <> 'SANTE' or note is null);

create table appointment (
  id uuid not null,
  beneficiary_id uuid not null,
  partner_id uuid not null,
  author_id uuid not null,
  created_at timestamptz(3) not null,
  at timestamptz(3) not null,
  subject text not null,
  place text null,
  status appointment_status not null,
  primary key (id)
);
create index appointment_of_beneficiary on appointment (beneficiary_id, at, id);

create table objective (
  id uuid not null,
  beneficiary_id uuid not null,
  partner_id uuid not null,
  author_id uuid not null,
  created_at timestamptz(3) not null,
  pathway_id uuid not null,
  text text not null,
  status objective_status not null,
  due_on date null,
  primary key (id)
);
create index objective_of_pathway on objective (pathway_id, created_at, id);
create index objective_of_beneficiary on objective (beneficiary_id, created_at, id);

create table note (
  id uuid not null,
  beneficiary_id uuid not null,
  partner_id uuid not null,
  author_id uuid not null,
  created_at timestamptz(3) not null,
  pathway_id uuid null,
  text text not null,
  visibility visibility not null,
  reworded_at timestamptz(3) null,
  removed_at timestamptz(3) null,
  primary key (id)
);
create index note_of_pathway on note (pathway_id, created_at, id);
create index note_of_beneficiary on note (beneficiary_id, created_at, id);
alter table note add constraint note_emptied check ((removed_at is null) = (text <> ''));

alter table criterion add constraint criterion_beneficiary_id_foreign foreign key (beneficiary_id) references beneficiary (id);
alter table criterion add constraint criterion_partner_id_foreign foreign key (partner_id) references partner (id);
alter table criterion add constraint criterion_author_id_foreign foreign key (author_id) references member (id);
alter table contact add constraint contact_beneficiary_id_foreign foreign key (beneficiary_id) references beneficiary (id);
alter table contact add constraint contact_partner_id_foreign foreign key (partner_id) references partner (id);
alter table contact add constraint contact_author_id_foreign foreign key (author_id) references member (id);
alter table barrier add constraint barrier_beneficiary_id_foreign foreign key (beneficiary_id) references beneficiary (id);
alter table barrier add constraint barrier_partner_id_foreign foreign key (partner_id) references partner (id);
alter table barrier add constraint barrier_author_id_foreign foreign key (author_id) references member (id);
alter table appointment add constraint appointment_beneficiary_id_foreign foreign key (beneficiary_id) references beneficiary (id);
alter table appointment add constraint appointment_partner_id_foreign foreign key (partner_id) references partner (id);
alter table appointment add constraint appointment_author_id_foreign foreign key (author_id) references member (id);
alter table objective add constraint objective_beneficiary_id_foreign foreign key (beneficiary_id) references beneficiary (id);
alter table objective add constraint objective_partner_id_foreign foreign key (partner_id) references partner (id);
alter table objective add constraint objective_author_id_foreign foreign key (author_id) references member (id);
alter table objective add constraint objective_pathway_id_foreign foreign key (pathway_id) references pathway (id);
alter table note add constraint note_beneficiary_id_foreign foreign key (beneficiary_id) references beneficiary (id);
alter table note add constraint note_partner_id_foreign foreign key (partner_id) references partner (id);
alter table note add constraint note_author_id_foreign foreign key (author_id) references member (id);
alter table note add constraint note_pathway_id_foreign foreign key (pathway_id) references pathway (id) on delete set null;
