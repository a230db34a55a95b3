create type webhook_topic as enum ('REFERRAL', 'SHARING', 'LINK', 'PATHWAY', 'STEP', 'OUTCOME', 'BENEFICIARY');
create type webhook_pause as enum ('ADMINISTRATOR', 'FAILING', 'GONE');
create type webhook_problem as enum ('NOT_REACHED', 'TOO_SLOW', 'REFUSED');

create table webhook (
  id uuid not null,
  partner_id uuid not null,
  address text not null,
  topics webhook_topic[] not null,
  created_at timestamptz(3) not null,
  paused_at timestamptz(3) null,
  paused_because webhook_pause null,
  last_delivered_at timestamptz(3) null,
  last_failed_at timestamptz(3) null,
  failing_since timestamptz(3) null,
  failures int not null default 0,
  rests_until timestamptz(3) null,
  dropped int not null default 0,
  removed_at timestamptz(3) null,
  primary key (id)
);
create index webhook_of_partner on webhook (partner_id, created_at, id);

create table webhook_delivery (
  id uuid not null,
  webhook_id uuid not null,
  partner_id uuid not null,
  event_id uuid not null,
  created_at timestamptz(3) not null default now(),
  attempts int not null default 0,
  last_status_code int null,
  last_problem webhook_problem null,
  next_attempt_at timestamptz(3) null default now(),
  delivered_at timestamptz(3) null,
  primary key (id)
);
create index webhook_delivery_waiting on webhook_delivery (webhook_id, next_attempt_at, id) where next_attempt_at is not null;
create index webhook_delivery_age on webhook_delivery (created_at);
create index webhook_delivery_of_event on webhook_delivery (event_id);
create index webhook_delivery_newest on webhook_delivery (webhook_id, id);
alter table webhook_delivery add constraint webhook_delivery_webhook_id_event_id_unique unique (webhook_id, event_id);

create table webhook_secret (
  id uuid not null,
  webhook_id uuid not null,
  sealed text not null,
  ends_at timestamptz(3) null,
  primary key (id)
);
create index webhook_secret_webhook_id_index on webhook_secret (webhook_id);

alter table webhook add constraint webhook_partner_id_foreign foreign key (partner_id) references partner (id);
alter table webhook_delivery add constraint webhook_delivery_webhook_id_foreign foreign key (webhook_id) references webhook (id) on delete cascade;
alter table webhook_delivery add constraint webhook_delivery_partner_id_foreign foreign key (partner_id) references partner (id);
alter table webhook_delivery add constraint webhook_delivery_event_id_foreign foreign key (event_id) references event (id) on delete cascade;
alter table webhook_secret add constraint webhook_secret_webhook_id_foreign foreign key (webhook_id) references webhook (id) on delete cascade;
