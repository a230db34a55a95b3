create type mail_timing as enum ('AT_ONCE', 'DAILY', 'NONE');
create type mail_language as enum ('FR', 'EN');

create table mail_preference (
  member_id uuid not null,
  timing mail_timing not null default 'AT_ONCE',
  language mail_language not null default 'FR',
  refused_at timestamptz(3) null,
  primary key (member_id)
);

create table pending_mail (
  id uuid not null,
  member_id uuid not null,
  begun_at timestamptz(3) null,
  primary key (id)
);
alter table pending_mail add constraint pending_mail_member_id_unique unique (member_id);

create table notification (
  id uuid not null,
  member_id uuid not null,
  kind text not null,
  at timestamptz(3) not null,
  read_at timestamptz(3) null,
  referral_id uuid null,
  mail_id uuid null,
  primary key (id)
);
create index notification_of_mail on notification (mail_id);
create index notification_of_referral on notification (referral_id);
create index notification_unread on notification (member_id) where read_at is null;
create index notification_newest on notification (member_id, at, id);

alter table mail_preference add constraint mail_preference_member_id_foreign foreign key (member_id) references member (id) on update cascade on delete cascade;
alter table pending_mail add constraint pending_mail_member_id_foreign foreign key (member_id) references member (id) on delete cascade;
alter table notification add constraint notification_member_id_foreign foreign key (member_id) references member (id);
alter table notification add constraint notification_referral_id_foreign foreign key (referral_id) references referral (id) on delete cascade;
