create type erasure_reason as enum ('REQUEST', 'MISTAKE', 'RETENTION');

create table erased_count (
  id uuid not null,
  partner_id uuid not null,
  first_year int not null,
  reason erasure_reason not null,
  people int not null,
  primary key (id)
);
alter table erased_count add constraint erased_count_partner_id_first_year_reason_unique unique (partner_id, first_year, reason);

alter table erased_count add constraint erased_count_partner_id_foreign foreign key (partner_id) references partner (id);
