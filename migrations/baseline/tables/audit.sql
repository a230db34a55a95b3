create type audit.disclosure_via as enum ('QUERY', 'MUTATION', 'SUBSCRIPTION', 'SHEET', 'EXPORT', 'SEARCH');

create table audit.entry (
  id bigint not null,
  at timestamptz(3) not null,
  member_id uuid not null,
  partner_id uuid not null,
  role member_role not null,
  via audit.disclosure_via not null,
  operation text not null,
  subjects uuid[] not null,
  found int null,
  previous bytea not null,
  hash bytea not null,
  primary key (id, at)
) partition by range (at);

create index entry_subjects on audit.entry using gin (subjects);

create table audit.subject (
  pseudonym uuid primary key default gen_random_uuid(),
  beneficiary_id uuid not null references beneficiary (id) on delete cascade,
  salt uuid not null default gen_random_uuid()
);

create index subject_of_beneficiary on audit.subject (beneficiary_id);

create table audit.head (
  only_one boolean primary key default true check (only_one),
  id bigint not null,
  hash bytea not null
);

create table audit.anchor (
  id bigint primary key,
  hash bytea not null,
  dropped_at timestamptz(3) not null
);

create table audit.subject_change (
  id bigint primary key,
  at timestamptz(3) not null,
  pseudonym uuid not null,
  commitment bytea null,
  previous bytea not null,
  hash bytea not null
);

create index subject_change_of_pseudonym on audit.subject_change (pseudonym, id);

create table audit.subject_head (
  only_one boolean primary key default true check (only_one),
  id bigint not null,
  hash bytea not null
);
