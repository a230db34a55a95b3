create type roadmap_state as enum ('PLANNED', 'UNDER_WAY', 'DONE', 'DROPPED');
create type indicator_key as enum ('ACCOMPANIED_PEOPLE', 'ACCOMPANIED_SUM', 'YOUNG_PEOPLE', 'CLAUSE_HOURS', 'CLAUSE_HOURS_DECLARED', 'CLAUSE_HOURS_RATE', 'POSITIVE_EXITS', 'DURABLE_EXITS', 'TRANSITION_EXITS', 'QUALIFYING_EXITS', 'REFERRALS_SENT', 'REFERRAL_ACCEPTANCE_RATE', 'MEDIAN_DAYS_TO_ANSWER', 'ANSWERED_WITHIN_3_DAYS', 'ANSWERED_WITHIN_5_DAYS', 'LOOP_CLOSURE_RATE', 'FORUM_ATTENDANCES', 'FORUM_FIRST_TIME');

create table roadmap_item (
  id uuid not null,
  title text not null,
  description text not null,
  owner_id uuid not null,
  due_on date not null,
  state roadmap_state not null,
  indicator indicator_key null,
  target double precision null,
  version int not null default 1,
  created_by_id uuid not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (id)
);
create index roadmap_item_of_owner on roadmap_item (owner_id, due_on, id);
create index roadmap_item_by_due on roadmap_item (due_on, id);

alter table roadmap_item add constraint roadmap_item_owner_id_foreign foreign key (owner_id) references partner (id);
alter table roadmap_item add constraint roadmap_item_created_by_id_foreign foreign key (created_by_id) references member (id);
