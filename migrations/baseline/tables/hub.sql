create table budget (
  member_id uuid not null,
  kind text not null,
  full_at timestamptz(6) not null,
  primary key (member_id, kind)
);

create table event (
  id uuid not null,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz(3) not null default now(),
  partner_id uuid not null,
  topic text not null,
  kind text not null,
  subject uuid not null,
  replaced uuid null,
  by_id uuid null,
  member_id uuid null,
  primary key (id)
);
create index event_of_partner on event (partner_id, topic, xid, id);
create index event_order on event (xid, id);
create index event_of_replaced on event (replaced) where replaced is not null;

create table event_consumer (
  name text not null,
  xid xid8 not null,
  id uuid not null,
  primary key (name)
);

create table idempotency_key (
  member_id uuid not null,
  command text not null,
  key text not null,
  input text not null,
  outcome jsonb null,
  at timestamptz(3) not null default now(),
  primary key (member_id, command, key)
);

create table presence (
  process uuid not null,
  members uuid[] not null,
  until timestamptz(3) not null,
  primary key (process)
);

-- The password of the login role that the hub manages itself.
create table private.login (password text not null);

-- The epoch of the order of events: a restored database starts another one.
create table private.epoch (known text not null);

-- The version of the hub that last brought the database up to date.
create table private.installed (version text not null);

-- The last applied text of each function and view: the file and a checksum of its text.
create table private.definition (
  name text primary key,
  checksum text not null
);

-- A digest with which the hub checks that its secret is the one of this database.
create table private.secret_check (
  only_row boolean primary key default true check (only_row),
  value text not null
);
