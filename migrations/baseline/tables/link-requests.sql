create table link_request (
  id uuid not null,
  partner_id uuid not null,
  member_id uuid not null,
  purpose text not null,
  scope sharing_scope not null,
  agreed_on date not null,
  method agreement_method not null,
  until timestamptz(3) not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  answered_at timestamptz(3) null,
  accepted boolean null,
  beneficiary_id uuid null,
  primary key (id)
);
create index link_request_of_partner on link_request (partner_id, created_at, id);

create table link_match (
  id uuid not null,
  request_id uuid not null,
  beneficiary_id uuid not null,
  referent_id uuid not null,
  primary key (id)
);
alter table link_match add constraint link_match_request_id_unique unique (request_id);
create index link_match_beneficiary_id_index on link_match (beneficiary_id);
create index link_match_of_referent on link_match (referent_id);

alter table link_request add constraint link_request_partner_id_foreign foreign key (partner_id) references partner (id);
alter table link_request add constraint link_request_member_id_foreign foreign key (member_id) references member (id);
alter table link_request add constraint link_request_beneficiary_id_foreign foreign key (beneficiary_id) references beneficiary (id) on delete set null;
alter table link_match add constraint link_match_request_id_foreign foreign key (request_id) references link_request (id);
alter table link_match add constraint link_match_beneficiary_id_foreign foreign key (beneficiary_id) references beneficiary (id);
alter table link_match add constraint link_match_referent_id_foreign foreign key (referent_id) references partner (id);
