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

-- What holds for all processes of the hub, as the last that started was told. Whoever gives notice or removes locks it.
create table rights.retention_rule (
  only_one boolean primary key default true check (only_one),
  months int not null check (months >= 6),
  in_force boolean not null
);

-- What was done about a partner's file on a person since a last contact. A later contact makes it void.
create table rights.retained (
  partner_id uuid not null references partner (id),
  beneficiary_id uuid not null references beneficiary (id) on delete cascade,
  last_on date not null,
  told_at timestamptz(3) not null,
  ended_at timestamptz(3) null,
  primary key (partner_id, beneficiary_id)
);

create index retained_of_beneficiary on rights.retained (beneficiary_id);
