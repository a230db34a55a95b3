create type forum_area as enum ('NORTH', 'SOUTH');
create type exhibitor_kind as enum ('EMPLOYER', 'TRAINING', 'PUBLIC_SERVICE', 'ASSOCIATION');

create table forum (
  id uuid not null,
  name text not null,
  held_on date not null,
  area forum_area not null,
  place text not null,
  partner_id uuid not null,
  primary key (id)
);
create index forum_by_day on forum (held_on, id);

create table exhibitor (
  id uuid not null,
  forum_id uuid not null,
  name text not null,
  kind exhibitor_kind not null,
  partner_id uuid null,
  primary key (id)
);
create index exhibitor_of_forum on exhibitor (forum_id, id);

create table attendance (
  id uuid not null,
  forum_id uuid not null,
  partner_id uuid not null,
  beneficiary_id uuid null,
  people int not null,
  first_time_people int not null,
  agreed_on date null,
  method agreement_method null,
  exhibitor_id uuid null,
  referral_id uuid null,
  recorded_by_id uuid not null,
  recorded_at timestamptz(3) not null,
  primary key (id)
);
create unique index attendance_of_referral on attendance (referral_id) where referral_id is not null;
create unique index attendance_once on attendance (forum_id, beneficiary_id) where beneficiary_id is not null;
create index attendance_of_beneficiary on attendance (beneficiary_id, recorded_at, id);
create index attendance_of_forum on attendance (forum_id, recorded_at, id);
alter table attendance add constraint attendance_person_or_count check (people >= 1 and first_time_people >= 0 and first_time_people <= people and case
    when beneficiary_id is null
      then agreed_on is null and method is null and exhibitor_id is null and referral_id is null
    else people = 1 and agreed_on is not null and method is not null
  end);

alter table forum add constraint forum_partner_id_foreign foreign key (partner_id) references partner (id);
alter table exhibitor add constraint exhibitor_forum_id_foreign foreign key (forum_id) references forum (id);
alter table exhibitor add constraint exhibitor_partner_id_foreign foreign key (partner_id) references partner (id) on delete set null;
alter table attendance add constraint attendance_forum_id_foreign foreign key (forum_id) references forum (id);
alter table attendance add constraint attendance_partner_id_foreign foreign key (partner_id) references partner (id);
alter table attendance add constraint attendance_beneficiary_id_foreign foreign key (beneficiary_id) references beneficiary (id) on delete set null;
alter table attendance add constraint attendance_exhibitor_id_foreign foreign key (exhibitor_id) references exhibitor (id) on delete set null;
alter table attendance add constraint attendance_referral_id_foreign foreign key (referral_id) references referral (id) on delete set null;
alter table attendance add constraint attendance_recorded_by_id_foreign foreign key (recorded_by_id) references member (id);
