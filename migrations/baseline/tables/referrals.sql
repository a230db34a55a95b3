create type referral_priority as enum ('ROUTINE', 'URGENT');
create type referral_status as enum ('DRAFT', 'REQUESTED', 'IN_REVIEW', 'INFO_REQUESTED', 'WAITLISTED', 'ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'COMPLETED', 'NOT_COMPLETED', 'DECLINED', 'CANCELLED', 'EXPIRED', 'ENTERED_IN_ERROR');
create type referral_access_limit as enum ('SENDER', 'PERSON');
create type decline_side as enum ('PROVIDER', 'PERSON');
create type decline_reason as enum ('NOT_ELIGIBLE', 'NO_CAPACITY', 'OUT_OF_AREA', 'WRONG_SERVICE', 'INSUFFICIENT_INFO', 'ALREADY_FOLLOWED', 'UNREACHABLE', 'NOT_INTERESTED', 'HIRED_OR_IN_TRAINING', 'DUPLICATE', 'OTHER');
create type referral_outcome as enum ('SERVICE_RECEIVED', 'NO_HELP_AVAILABLE', 'UNREACHABLE', 'DROPPED_OUT', 'REFERRED_ELSEWHERE');

-- The numbers of references.
create sequence referral_number;

create table referral (
  id uuid not null,
  reference text not null,
  beneficiary_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  former_id uuid null,
  service_id uuid null,
  priority referral_priority not null,
  status referral_status not null,
  scope sharing_scope not null,
  access_limit referral_access_limit null,
  sent_at timestamptz(3) null,
  seen_at timestamptz(3) null,
  answered_at timestamptz(3) null,
  closed_at timestamptz(3) null,
  reminded_at timestamptz(3) null,
  escalated_at timestamptz(3) null,
  first_contact_on date null,
  decline_side decline_side null,
  decline_reason decline_reason null,
  outcome referral_outcome null,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  created_by_id uuid not null,
  primary key (id)
);
alter table referral add constraint referral_reference_unique unique (reference);
create index referral_of_beneficiary on referral (beneficiary_id, created_at, id);
create index referral_of_former on referral (former_id, created_at, id);
create index referral_outbox on referral (from_id, created_at, id);
create index referral_inbox on referral (to_id, created_at, id) include (from_id, sent_at);
alter table referral add constraint referral_draft_is_not_sent check (status <> 'DRAFT' or sent_at is null);

create table referral_transition (
  id uuid not null,
  referral_id uuid not null,
  version int not null,
  "from" referral_status null,
  "to" referral_status not null,
  at timestamptz(3) not null default now(),
  by_id uuid null,
  member_id uuid null,
  primary key (id)
);
alter table referral_transition add constraint referral_transition_of_referral unique (referral_id, version);

create table referral_text (
  id uuid not null,
  referral_id uuid not null,
  change_id uuid null,
  text text not null,
  primary key (id)
);
create index referral_text_referral_id_index on referral_text (referral_id);
create index referral_text_change_id_index on referral_text (change_id);
alter table referral_text add constraint referral_text_key check (id = coalesce(change_id, referral_id));

create table referral_message (
  id uuid not null,
  referral_id uuid not null,
  by_id uuid not null,
  author_id uuid not null,
  text text not null,
  at timestamptz(3) not null default now(),
  change_id uuid null,
  primary key (id)
);
alter table referral_message add constraint referral_message_change_id_unique unique (change_id);
create index referral_message_of_referral on referral_message (referral_id, at, id);

create table referral_assignment (
  referral_id uuid not null,
  member_id uuid null,
  assigned_by_id uuid not null,
  assigned_at timestamptz(3) not null,
  primary key (referral_id)
);
create index referral_assignment_of_member on referral_assignment (member_id);

alter table referral add constraint referral_beneficiary_id_foreign foreign key (beneficiary_id) references beneficiary (id);
alter table referral add constraint referral_from_id_foreign foreign key (from_id) references partner (id);
alter table referral add constraint referral_to_id_foreign foreign key (to_id) references partner (id);
alter table referral add constraint referral_former_id_foreign foreign key (former_id) references referral (id) on delete set null;
alter table referral add constraint referral_service_id_foreign foreign key (service_id) references service (id) on delete set null;
alter table referral add constraint referral_created_by_id_foreign foreign key (created_by_id) references member (id);
alter table referral_transition add constraint referral_transition_referral_id_foreign foreign key (referral_id) references referral (id);
alter table referral_transition add constraint referral_transition_by_id_foreign foreign key (by_id) references partner (id) on delete set null;
alter table referral_transition add constraint referral_transition_member_id_foreign foreign key (member_id) references member (id) on delete set null;
alter table referral_text add constraint referral_text_referral_id_foreign foreign key (referral_id) references referral (id);
alter table referral_text add constraint referral_text_change_id_foreign foreign key (change_id) references referral_transition (id) on delete no action;
alter table referral_message add constraint referral_message_referral_id_foreign foreign key (referral_id) references referral (id);
alter table referral_message add constraint referral_message_by_id_foreign foreign key (by_id) references partner (id);
alter table referral_message add constraint referral_message_author_id_foreign foreign key (author_id) references member (id);
alter table referral_message add constraint referral_message_change_id_foreign foreign key (change_id) references referral_transition (id) on delete set null;
alter table referral_assignment add constraint referral_assignment_referral_id_foreign foreign key (referral_id) references referral (id) on update cascade on delete cascade;
alter table referral_assignment add constraint referral_assignment_member_id_foreign foreign key (member_id) references member (id) on delete set null;
alter table referral_assignment add constraint referral_assignment_assigned_by_id_foreign foreign key (assigned_by_id) references member (id);
