create type district as enum ('NORTH', 'SOUTH', 'OUTSIDE');
create type sharing_scope as enum ('IDENTITY', 'PATHWAY', 'FOLLOW_UP');
create type agreement_method as enum ('WRITTEN', 'ORAL');
create type sharing_basis as enum ('REFERENT', 'REFERRAL', 'AGREEMENT');

create table link_attempt (
  id uuid not null,
  partner_id uuid not null,
  member_id uuid not null,
  command text not null,
  at timestamptz(3) not null,
  primary key (id)
);
create index link_attempt_of_partner on link_attempt (partner_id, at);

create table beneficiary (
  id uuid not null,
  first_name text not null,
  last_name text not null,
  birth_date date not null,
  district district not null,
  referent_id uuid not null,
  informed_on date not null,
  fingerprint text not null,
  sort_name text collate "C" not null,
  call_name text collate "C" not null,
  created_at timestamptz(3) not null default now(),
  created_by_id uuid not null,
  merged_into_id uuid null,
  primary key (id)
);
alter table beneficiary add constraint beneficiary_fingerprint_unique unique (fingerprint);
create index beneficiary_merged_into on beneficiary (merged_into_id);
create index beneficiary_by_birth on beneficiary (birth_date);
create index beneficiary_by_age on beneficiary (created_at, id);
create index beneficiary_by_name on beneficiary (sort_name, id);
create index beneficiary_of_referent on beneficiary (referent_id);

create table name_key (
  beneficiary_id uuid not null,
  key text collate "C" not null,
  primary key (beneficiary_id, key)
);
create index name_key_by_key on name_key (key, beneficiary_id);

create table sharing (
  id uuid not null,
  beneficiary_id uuid not null,
  partner_id uuid not null,
  scope sharing_scope not null,
  basis sharing_basis not null,
  since timestamptz(3) not null default now(),
  until timestamptz(3) null,
  ended_at timestamptz(3) null,
  end_reason text null,
  ended_by_id uuid null,
  agreed_on date null,
  method agreement_method null,
  agreed_after_withdrawal boolean not null default false,
  withdrawn_at timestamptz(3) null,
  referral_id uuid null,
  extends_id uuid null,
  link_request_id uuid null,
  granted_by_id uuid not null,
  recorded_by_id uuid not null,
  informed_by_id uuid null,
  reminded_at timestamptz(3) null,
  primary key (id)
);
create index sharing_referral_id_index on sharing (referral_id);
create index sharing_of_link_request on sharing (link_request_id) where link_request_id is not null;
create index sharing_extends on sharing (extends_id) where extends_id is not null;
create index sharing_to_remind on sharing (until) where ended_at is null and reminded_at is null;
create unique index sharing_one_referent on sharing (beneficiary_id) where basis = 'REFERENT';
create index sharing_of_partner on sharing (partner_id, beneficiary_id) include (scope, until) where ended_at is null;
create index sharing_in_force on sharing (beneficiary_id, partner_id) include (scope, until) where ended_at is null;
create index sharing_of_beneficiary on sharing (beneficiary_id, partner_id, since);
create index sharing_granted_by on sharing (granted_by_id);

alter table link_attempt add constraint link_attempt_partner_id_foreign foreign key (partner_id) references partner (id);
alter table link_attempt add constraint link_attempt_member_id_foreign foreign key (member_id) references member (id);
alter table beneficiary add constraint beneficiary_referent_id_foreign foreign key (referent_id) references partner (id);
alter table beneficiary add constraint beneficiary_created_by_id_foreign foreign key (created_by_id) references member (id);
alter table beneficiary add constraint beneficiary_merged_into_id_foreign foreign key (merged_into_id) references beneficiary (id) on delete set null;
alter table name_key add constraint name_key_beneficiary_id_foreign foreign key (beneficiary_id) references beneficiary (id) on delete cascade;
alter table sharing add constraint sharing_beneficiary_id_foreign foreign key (beneficiary_id) references beneficiary (id);
alter table sharing add constraint sharing_partner_id_foreign foreign key (partner_id) references partner (id);
alter table sharing add constraint sharing_ended_by_id_foreign foreign key (ended_by_id) references member (id) on delete set null;
alter table sharing add constraint sharing_extends_id_foreign foreign key (extends_id) references sharing (id) on delete set null;
alter table sharing add constraint sharing_granted_by_id_foreign foreign key (granted_by_id) references partner (id);
alter table sharing add constraint sharing_recorded_by_id_foreign foreign key (recorded_by_id) references member (id);
alter table sharing add constraint sharing_informed_by_id_foreign foreign key (informed_by_id) references member (id) on delete set null;
