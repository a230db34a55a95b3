create table committee_snapshot (
  id uuid not null,
  year int not null,
  title text not null,
  language text not null,
  taken_by_id uuid not null,
  taken_at timestamptz(3) not null,
  content jsonb not null,
  primary key (id)
);
create index committee_snapshot_by_year on committee_snapshot (year, taken_at);

create table committee_question (
  id uuid not null,
  member_id uuid not null,
  asked_at timestamptz(3) not null default now(),
  question jsonb not null,
  rows int not null,
  withheld int not null,
  primary key (id)
);
create index committee_question_of_member on committee_question (member_id, asked_at);

create table saved_analysis (
  id uuid not null,
  title text not null,
  owner_id uuid not null,
  shared boolean not null,
  question jsonb not null,
  created_at timestamptz(3) not null,
  ended_at timestamptz(3) null,
  primary key (id)
);
create index saved_analysis_newest on saved_analysis (created_at, id);

alter table committee_snapshot add constraint committee_snapshot_taken_by_id_foreign foreign key (taken_by_id) references member (id);
alter table committee_question add constraint committee_question_member_id_foreign foreign key (member_id) references member (id);
alter table saved_analysis add constraint saved_analysis_owner_id_foreign foreign key (owner_id) references member (id);

-- The only periods for questions about people: counts of arbitrary periods could be subtracted from one another.
create table facts.period (
  id int generated always as identity primary key,
  grain text not null check (grain = any (array['MONTH', 'QUARTER', 'HALF', 'YEAR', 'YEARS'])),
  "from" date not null,
  until date not null,
  built_at timestamptz(3) null,
  -- The snapshot of the changes that the period's facts include.
  seen pg_snapshot null,
  unique ("from", until)
);

create table facts.cell (
  period_id int not null references facts.period,
  subject text not null,
  profile int not null,
  people int not null,
  district text not null,
  age_band text not null,
  partner_id uuid null,
  to_partner_id uuid null,
  company_id uuid null,
  status text null,
  outcome_class text null,
  decline_reason text null,
  rows int not null,
  hours double precision not null,
  accepted int not null,
  decided int not null,
  top_rows int not null,
  top_hours double precision not null
);

create index cell_of_question on facts.cell (period_id, subject);

-- Answer times of receivers: for each number of days, the number of referrals answered, and the number that had
-- waited so long without an answer when the facts were computed or when they were closed.
create table facts.answer (
  period_id int not null references facts.period,
  partner_id uuid not null,
  to_partner_id uuid not null,
  district text not null,
  age_band text not null,
  status text not null,
  decline_reason text null,
  days int not null,
  answered int not null,
  waiting int not null
);

create index answer_of_question on facts.answer (period_id);

-- A fingerprint of a subject's data in a period, from which its noise is drawn.
create table facts.fingerprint (
  period_id int not null references facts.period,
  subject text not null,
  value bigint not null,
  primary key (period_id, subject)
);

-- The figures of the indicators. people: the persons who contribute to the figure; base: the persons who could.
-- marks: a sum for each of 128 groups of persons, from which the number of persons with a changed contribution follows.
create table facts.indicator (
  period_id int not null references facts.period,
  key text not null,
  partner_id uuid null,
  numerator double precision not null,
  denominator double precision null,
  people int not null,
  base int not null,
  top double precision not null,
  companies int null,
  top_company double precision null,
  -- The quantiles of the days to answer: see committee.answer_quantiles.
  quantiles int[] null,
  marks jsonb not null,
  released_at timestamptz(3) not null,
  unique nulls not distinct (period_id, key, partner_id)
);

-- The days that rows changed since the last computation of the facts concern.
create table facts.touched (
  id bigint generated always as identity primary key,
  "from" date not null,
  until date not null,
  xid xid8 not null default pg_current_xact_id()
);

create table facts.calendar (
  day date primary key,
  -- The number of working days up to and including this day.
  working int not null
);
