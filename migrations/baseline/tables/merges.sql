create table merge (
  id uuid not null,
  kept_id uuid not null,
  duplicate_id uuid not null,
  partner_id uuid not null,
  reason text not null,
  merged_at timestamptz(3) not null,
  merged_by_id uuid not null,
  undone_at timestamptz(3) null,
  undone_by_id uuid null,
  primary key (id)
);
create unique index merge_in_force on merge (duplicate_id) where undone_at is null;
create index merge_of_kept on merge (kept_id, merged_at, id);

create table distinction (
  id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  partner_id uuid not null,
  reason text not null,
  declared_at timestamptz(3) not null,
  declared_by_id uuid not null,
  retracted_at timestamptz(3) null,
  retracted_by_id uuid null,
  primary key (id)
);
create unique index distinction_in_force on distinction (least(one_id, other_id), greatest(one_id, other_id)) where retracted_at is null;
create index distinction_of_other on distinction (other_id, declared_at, id);
create index distinction_of_one on distinction (one_id, declared_at, id);
alter table distinction add constraint distinction_of_two check (one_id <> other_id or retracted_at is not null);

alter table merge add constraint merge_kept_id_foreign foreign key (kept_id) references beneficiary (id);
alter table merge add constraint merge_duplicate_id_foreign foreign key (duplicate_id) references beneficiary (id);
alter table merge add constraint merge_partner_id_foreign foreign key (partner_id) references partner (id);
alter table merge add constraint merge_merged_by_id_foreign foreign key (merged_by_id) references member (id);
alter table merge add constraint merge_undone_by_id_foreign foreign key (undone_by_id) references member (id) on delete set null;
alter table distinction add constraint distinction_one_id_foreign foreign key (one_id) references beneficiary (id);
alter table distinction add constraint distinction_other_id_foreign foreign key (other_id) references beneficiary (id);
alter table distinction add constraint distinction_partner_id_foreign foreign key (partner_id) references partner (id);
alter table distinction add constraint distinction_declared_by_id_foreign foreign key (declared_by_id) references member (id);
alter table distinction add constraint distinction_retracted_by_id_foreign foreign key (retracted_by_id) references member (id) on delete set null;

-- The effect of a merge on a row: the column that named the duplicate now names the kept person; or, if the kept
-- person already has such a row, the whole row was set aside.
create table merges.merged_row (
  merge_id uuid not null references "merge" on delete cascade,
  "table" text not null,
  "column" text not null,
  key jsonb not null,
  set_aside jsonb null,
  primary key (merge_id, "table", "column", key)
);
