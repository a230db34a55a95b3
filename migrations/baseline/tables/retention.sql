create table retention_run (
  id uuid not null,
  at timestamptz(3) not null,
  partner_id uuid not null,
  persons_erased int not null,
  rows_removed int not null,
  primary key (id)
);
alter table retention_run add constraint retention_run_partner_id_at_unique unique (partner_id, at);

alter table retention_run add constraint retention_run_partner_id_foreign foreign key (partner_id) references partner (id);

-- The retention rule of all processes, from the configuration of the last started one. Notices and deletions lock it.
create table rights.retention_rule (
  only_one boolean primary key default true check (only_one),
  months int not null check (months >= 6),
  in_force boolean not null
);

-- The notice and the end of a partner's file on a person since the last contact. A later contact makes them void.
create table rights.retained (
  partner_id uuid not null references partner (id),
  beneficiary_id uuid not null references beneficiary (id) on delete cascade,
  last_on date not null,
  told_at timestamptz(3) not null,
  ended_at timestamptz(3) null,
  primary key (partner_id, beneficiary_id)
);

create index retained_of_beneficiary on rights.retained (beneficiary_id);
