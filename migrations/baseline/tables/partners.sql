create type partner_kind as enum ('ASSOCIATION', 'INSTITUTION', 'TOWN');
create type member_kind as enum ('PERSON', 'MACHINE');
create type member_role as enum ('CASEWORKER', 'PARTNER_ADMINISTRATOR', 'COORDINATOR', 'CLAUSE_FACILITATOR', 'COMMITTEE_MEMBER', 'DATA_PROTECTION_OFFICER');
create type service_theme as enum ('CHOISIR_UN_METIER', 'CREER_UNE_ENTREPRISE', 'DIFFICULTES_ADMINISTRATIVES_OU_JURIDIQUES', 'DIFFICULTES_FINANCIERES', 'EQUIPEMENT_ET_ALIMENTATION', 'FAMILLE', 'LECTURE_ECRITURE_CALCUL', 'LOGEMENT_HEBERGEMENT', 'MOBILITE', 'NUMERIQUE', 'PREPARER_SA_CANDIDATURE', 'REMOBILISATION', 'SANTE', 'SE_FORMER', 'SOUVRIR_A_LINTERNATIONAL', 'TROUVER_UN_EMPLOI');
create type service_public as enum ('TOUS_PUBLICS', 'ACTIFS', 'BENEFICIAIRES_DES_MINIMAS_SOCIAUX', 'DEMANDEURS_EMPLOI', 'ETUDIANTS', 'FAMILLES', 'FEMMES', 'JEUNES', 'PERSONNES_EN_SITUATION_DE_HANDICAP', 'PERSONNES_EN_SITUATION_DURGENCE', 'PERSONNES_EN_SITUATION_JURIDIQUE_SPECIFIQUE', 'PERSONNES_EXILEES', 'RESIDENTS_QPV_FRR', 'SENIORS');
create type service_status as enum ('OPEN', 'CLOSED');

create table partner (
  id uuid not null,
  slug text not null,
  name text not null,
  kind partner_kind not null,
  primary key (id)
);
alter table partner add constraint partner_slug_unique unique (slug);

create table member (
  id uuid not null,
  name text not null,
  subject text null,
  kind member_kind not null default 'PERSON',
  client_id text null,
  may_write boolean not null default true,
  deactivated_at timestamptz(3) null,
  email text null,
  role member_role not null,
  partner_id uuid not null,
  primary key (id)
);
create unique index member_machine_of_one_partner on member (subject) where kind = 'MACHINE';
create unique index member_one_machine on member (client_id, partner_id);
create unique index member_one_invitation on member (lower(email), partner_id, role) where kind = 'PERSON';
create index member_of_partner on member (partner_id);
alter table member add constraint member_kind_subject_partner_id_role_unique unique (kind, subject, partner_id, role);
alter table member add constraint member_is_reached check (email is not null or kind = 'MACHINE');

create table session (
  id text not null,
  subject text not null,
  email text null,
  provider_session text null,
  member_id uuid null,
  created_at timestamptz(3) not null default now(),
  seen_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  primary key (id)
);
create index session_of_subject on session (subject);

create table service (
  id uuid not null,
  partner_id uuid not null,
  name text not null,
  themes service_theme[] not null,
  publics service_public[] not null,
  capacity int null,
  capacity_updated_at timestamptz(3) null,
  contact text not null,
  status service_status not null,
  primary key (id)
);
create index service_of_partner on service (partner_id, name, id);

alter table member add constraint member_partner_id_foreign foreign key (partner_id) references partner (id);
alter table session add constraint session_member_id_foreign foreign key (member_id) references member (id) on delete cascade;
alter table service add constraint service_partner_id_foreign foreign key (partner_id) references partner (id);
