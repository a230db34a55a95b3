import { Migration } from '@mikro-orm/migrations';

/** The foundation: tables, access functions, rights and row policies. */
export class Migration20261123000000 extends Migration {
  override up(): void {
    this.addSql(tables);
    this.addSql(functions);
    this.addSql(policies);
    this.addSql(rights);
  }
}

const tables = `
create type "partner_kind" as enum ('ASSOCIATION', 'INSTITUTION', 'TOWN');
create type "member_role" as enum ('CASEWORKER', 'PARTNER_ADMINISTRATOR', 'COORDINATOR', 'CLAUSE_FACILITATOR', 'COMMITTEE_MEMBER', 'DATA_PROTECTION_OFFICER');
create type "district" as enum ('NORTH', 'SOUTH', 'OUTSIDE');
create type "pathway_status" as enum ('OPEN', 'SUSPENDED', 'CLOSED');
create type "referral_priority" as enum ('ROUTINE', 'URGENT');
create type "referral_status" as enum ('DRAFT', 'REQUESTED', 'IN_REVIEW', 'INFO_REQUESTED', 'WAITLISTED', 'ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'COMPLETED', 'NOT_COMPLETED', 'DECLINED', 'CANCELLED', 'EXPIRED', 'ENTERED_IN_ERROR');
create type "sharing_scope" as enum ('IDENTITY', 'PATHWAY', 'FOLLOW_UP');
create type "decline_side" as enum ('PROVIDER', 'PERSON');
create type "decline_reason" as enum ('NOT_ELIGIBLE', 'NO_CAPACITY', 'OUT_OF_AREA', 'WRONG_SERVICE', 'INSUFFICIENT_INFO', 'ALREADY_FOLLOWED', 'UNREACHABLE', 'NOT_INTERESTED', 'HIRED_OR_IN_TRAINING', 'DUPLICATE', 'OTHER');
create type "referral_outcome" as enum ('SERVICE_RECEIVED', 'NO_HELP_AVAILABLE', 'UNREACHABLE', 'DROPPED_OUT', 'REFERRED_ELSEWHERE');
create type "sharing_basis" as enum ('REFERENT', 'REFERRAL', 'AGREEMENT');
create type "agreement_method" as enum ('WRITTEN', 'ORAL');
create type "step_kind" as enum ('INTERVIEW', 'WORKSHOP', 'TRAINING', 'IMMERSION', 'FORUM', 'CLAUSE_CONTRACT', 'JOB_APPLICATION', 'JOB', 'ADMINISTRATIVE', 'OTHER');
create type "visibility" as enum ('AUTHOR', 'PARTNER', 'SHARED');
create table "event" (
  "id" uuid not null,
  "xid" xid8 not null default pg_current_xact_id(),
  "at" timestamptz(3) not null default now(),
  "partner_id" uuid not null,
  "topic" text not null,
  "kind" text not null,
  "subject" uuid not null,
  "by_id" uuid null,
  "member_id" uuid null,
  primary key ("id")
);
create index "event_of_partner" on "event" ("partner_id", "topic", "xid", "id");
create index "event_order" on "event" ("xid", "id");

create table "idempotency_key" (
  "member_id" uuid not null,
  "act" text not null,
  "key" text not null,
  "input" text not null,
  "outcome" jsonb null,
  "at" timestamptz(3) not null default now(),
  primary key ("member_id", "act", "key")
);

create table "partner" (
  "id" uuid not null,
  "slug" text not null,
  "name" text not null,
  "kind" "partner_kind" not null,
  primary key ("id")
);
alter table "partner" add constraint "partner_slug_unique" unique ("slug");

create table "member" (
  "id" uuid not null,
  "name" text not null,
  "subject" text not null,
  "email" text not null,
  "role" "member_role" not null,
  "partner_id" uuid not null,
  primary key ("id")
);
alter table "member" add constraint "member_subject_unique" unique ("subject");

create index "member_of_partner" on "member" ("partner_id");
create table "beneficiary" (
  "id" uuid not null,
  "first_name" text not null,
  "last_name" text not null,
  "birth_date" date not null,
  "district" "district" not null,
  "referent_id" uuid not null,
  "informed_on" date not null,
  "fingerprint" text not null,
  "sort_name" text collate "C" not null,
  "call_name" text collate "C" not null,
  "created_at" timestamptz(3) not null default now(),
  "created_by_id" uuid not null,
  primary key ("id")
);
alter table "beneficiary" add constraint "beneficiary_fingerprint_unique" unique ("fingerprint");
create index "beneficiary_of_referent" on "beneficiary" ("referent_id");
create index "beneficiary_by_first_name" on "beneficiary" ("call_name");
create index "beneficiary_by_age" on "beneficiary" ("created_at", "id");
create index "beneficiary_by_name" on "beneficiary" ("sort_name", "id");

create table "pathway" (
  "id" uuid not null,
  "beneficiary_id" uuid not null,
  "partner_id" uuid not null,
  "objective" text not null,
  "status" "pathway_status" not null default 'OPEN',
  "started_on" date not null,
  "closed_on" date null,
  "created_by_id" uuid not null,
  primary key ("id")
);
create unique index pathway_one_open on pathway (beneficiary_id, partner_id) where status <> 'CLOSED';
create index "pathway_of_partner" on "pathway" ("partner_id", "started_on", "id");
create index "pathway_by_start" on "pathway" ("started_on", "id");
create index "pathway_of_beneficiary" on "pathway" ("beneficiary_id", "started_on", "id");

create table "referral" (
  "id" uuid not null,
  "reference" text not null,
  "beneficiary_id" uuid not null,
  "from_id" uuid not null,
  "to_id" uuid not null,
  "purpose" text not null,
  "priority" "referral_priority" not null,
  "status" "referral_status" not null,
  "scope" "sharing_scope" not null,
  "sent_at" timestamptz(3) null,
  "seen_at" timestamptz(3) null,
  "answered_at" timestamptz(3) null,
  "closed_at" timestamptz(3) null,
  "first_contact_on" date null,
  "decline_side" "decline_side" null,
  "decline_reason" "decline_reason" null,
  "decline_comment" text null,
  "outcome" "referral_outcome" null,
  "version" int not null default 1,
  "created_at" timestamptz(3) not null default now(),
  "created_by_id" uuid not null,
  primary key ("id")
);
alter table "referral" add constraint "referral_reference_unique" unique ("reference");
create index "referral_of_beneficiary" on "referral" ("beneficiary_id", "created_at", "id");
create index "referral_outbox" on "referral" ("from_id", "created_at", "id");
create index "referral_inbox" on "referral" ("to_id", "created_at", "id");

create table "referral_transition" (
  "id" uuid not null,
  "referral_id" uuid not null,
  "version" int not null,
  "from" "referral_status" null,
  "to" "referral_status" not null,
  "at" timestamptz(3) not null default now(),
  "by_id" uuid null,
  "member_id" uuid null,
  "reason" text null,
  primary key ("id")
);
create index "referral_transition_of_referral" on "referral_transition" ("referral_id", "version");

create table "sharing" (
  "id" uuid not null,
  "beneficiary_id" uuid not null,
  "partner_id" uuid not null,
  "scope" "sharing_scope" not null,
  "basis" "sharing_basis" not null,
  "since" timestamptz(3) not null default now(),
  "until" timestamptz(3) null,
  "ended_at" timestamptz(3) null,
  "end_reason" text null,
  "ended_by_id" uuid null,
  "agreed_on" date null,
  "method" "agreement_method" null,
  "referral_id" uuid null,
  "granted_by_id" uuid not null,
  "recorded_by_id" uuid not null,
  primary key ("id")
);
create index "sharing_granted_by" on "sharing" ("granted_by_id");
create index "sharing_referral_id_index" on "sharing" ("referral_id");
create unique index sharing_one_referent on sharing (beneficiary_id) where basis = 'REFERENT';
create index sharing_of_partner on sharing (partner_id, beneficiary_id) include (scope, until) where ended_at is null;
create index sharing_in_force on sharing (beneficiary_id, partner_id) include (scope, until) where ended_at is null;

create table "step" (
  "id" uuid not null,
  "pathway_id" uuid not null,
  "beneficiary_id" uuid not null,
  "partner_id" uuid not null,
  "author_id" uuid not null,
  "kind" "step_kind" not null,
  "title" text not null,
  "occurred_on" date not null,
  "visibility" "visibility" not null,
  primary key ("id")
);
create index "step_of_pathway" on "step" ("pathway_id", "occurred_on", "id");

alter table "member" add constraint "member_partner_id_foreign" foreign key ("partner_id") references "partner" ("id");
alter table "beneficiary" add constraint "beneficiary_referent_id_foreign" foreign key ("referent_id") references "partner" ("id");
alter table "beneficiary" add constraint "beneficiary_created_by_id_foreign" foreign key ("created_by_id") references "member" ("id");
alter table "pathway" add constraint "pathway_beneficiary_id_foreign" foreign key ("beneficiary_id") references "beneficiary" ("id");
alter table "pathway" add constraint "pathway_partner_id_foreign" foreign key ("partner_id") references "partner" ("id");
alter table "pathway" add constraint "pathway_created_by_id_foreign" foreign key ("created_by_id") references "member" ("id");
alter table "referral" add constraint "referral_beneficiary_id_foreign" foreign key ("beneficiary_id") references "beneficiary" ("id");
alter table "referral" add constraint "referral_from_id_foreign" foreign key ("from_id") references "partner" ("id");
alter table "referral" add constraint "referral_to_id_foreign" foreign key ("to_id") references "partner" ("id");
alter table "referral" add constraint "referral_created_by_id_foreign" foreign key ("created_by_id") references "member" ("id");
alter table "referral_transition" add constraint "referral_transition_referral_id_foreign" foreign key ("referral_id") references "referral" ("id");
alter table "referral_transition" add constraint "referral_transition_by_id_foreign" foreign key ("by_id") references "partner" ("id") on delete set null;
alter table "referral_transition" add constraint "referral_transition_member_id_foreign" foreign key ("member_id") references "member" ("id") on delete set null;
alter table "sharing" add constraint "sharing_beneficiary_id_foreign" foreign key ("beneficiary_id") references "beneficiary" ("id");
alter table "sharing" add constraint "sharing_partner_id_foreign" foreign key ("partner_id") references "partner" ("id");
alter table "sharing" add constraint "sharing_ended_by_id_foreign" foreign key ("ended_by_id") references "member" ("id") on delete set null;
alter table "sharing" add constraint "sharing_granted_by_id_foreign" foreign key ("granted_by_id") references "partner" ("id");
alter table "sharing" add constraint "sharing_recorded_by_id_foreign" foreign key ("recorded_by_id") references "member" ("id");
alter table "step" add constraint "step_pathway_id_foreign" foreign key ("pathway_id") references "pathway" ("id");
alter table "step" add constraint "step_beneficiary_id_foreign" foreign key ("beneficiary_id") references "beneficiary" ("id");
alter table "step" add constraint "step_partner_id_foreign" foreign key ("partner_id") references "partner" ("id");
alter table "step" add constraint "step_author_id_foreign" foreign key ("author_id") references "member" ("id");

create sequence referral_number;
`;

/*
 * What policies ask. The functions of the viewer read the session variables that every operation
 * sets. The functions of hub_access look past the policies, so that a policy can ask about the very
 * table that it protects; each answers only what concerns the viewer.
 */
const functions = `
create schema access;

create function access.partner_id() returns uuid language sql stable
  return nullif(current_setting('app.partner_id', true), '')::uuid;

create function access.member_id() returns uuid language sql stable
  return nullif(current_setting('app.member_id', true), '')::uuid;

create function access.reads_files() returns boolean language sql stable
  return coalesce(current_setting('app.role', true) in ('CASEWORKER', 'PARTNER_ADMINISTRATOR'), false);

-- How far the viewer's partner may see the person now; null when not at all.
create function access.scope(person uuid) returns sharing_scope language sql stable security definer
  set search_path = public, pg_temp
as $$
  select max(s.scope) from sharing s
  where access.reads_files() and s.beneficiary_id = person and s.partner_id = access.partner_id()
    and s.ended_at is null and (s.until is null or s.until > now())
$$;

-- The partner that answers for the person's file, when it is the viewer's.
create function access.referent(person uuid) returns uuid language sql stable security definer
  set search_path = public, pg_temp
as $$
  select b.referent_id from beneficiary b where b.id = person and b.referent_id = access.partner_id()
$$;

-- What the sender of a referral that the viewer's partner took on lets it see of the person until then:
-- nothing once the person's agreement to the referral has ended, and nothing beyond its end.
create function access.granted(referral uuid, person uuid, sender uuid, until timestamptz) returns sharing_scope language sql stable security definer
  set search_path = public, pg_temp
as $$
  select r.scope from referral r
  where r.id = referral and r.beneficiary_id = person and r.from_id = sender and r.to_id = access.partner_id()
    and r.status in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD')
    and exists (
      select from sharing s
      where s.referral_id = r.id and s.beneficiary_id = person and s.partner_id = r.to_id
        and s.granted_by_id = sender and s.ended_at is null
        and (s.until is null or s.until > now() and s.until >= granted.until)
    )
$$;

-- What the cursors of events belong to: another server, another timeline, another database or a table
-- made anew by a restore is another epoch, in which their positions mean nothing.
create function access.epoch() returns text language sql stable
  return (select md5(concat_ws('/', s.system_identifier, c.timeline_id, d.oid, 'public.event'::regclass::oid))
    from pg_control_system() s, pg_control_checkpoint() c, pg_database d where d.datname = current_database());

create function access.same_epoch(given text) returns boolean language plpgsql stable as $$
begin
  if given is distinct from access.epoch() then
    raise exception 'cursor of another epoch' using errcode = 'HB001';
  end if;
  return true;
end $$;
`;

const policies = `
alter table "event" enable row level security;
alter table "event" force row level security;
create policy "addressee" on "event" for select to "hub_partner" using ((select access.reads_files()) and partner_id = (select access.partner_id()));
create policy "act" on "event" for insert to "hub_partner" with check ((select access.reads_files()) and xid = pg_current_xact_id() and by_id = (select access.partner_id()) and member_id = (select access.member_id()));
create policy "system" on "event" for insert to "hub_system" with check (xid = pg_current_xact_id() and by_id is null);
create policy "relay" on "event" for select to "hub_system" using (true);
alter table "idempotency_key" enable row level security;
alter table "idempotency_key" force row level security;
create policy "own" on "idempotency_key" to "hub_partner" using (member_id = (select access.member_id())) with check (member_id = (select access.member_id()));
alter table "partner" enable row level security;
alter table "partner" force row level security;
create policy "directory" on "partner" for select to "hub_partner", "hub_system", "hub_access" using (true);
alter table "member" enable row level security;
alter table "member" force row level security;
create policy "colleagues" on "member" for select to "hub_partner" using (partner_id = (select access.partner_id()));
create policy "sign_in" on "member" for select to "hub_system" using (true);
alter table "beneficiary" enable row level security;
alter table "beneficiary" force row level security;
create policy "shared" on "beneficiary" for select to "hub_partner" using (exists (
    select from sharing s
    where s.beneficiary_id = beneficiary.id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and s.ended_at is null and (s.until is null or s.until > now())
  ));
create policy "register" on "beneficiary" for insert to "hub_partner" with check ((select access.reads_files()) and referent_id = (select access.partner_id()) and created_by_id = (select access.member_id()));
create policy "access" on "beneficiary" for select to "hub_access" using (true);
alter table "pathway" enable row level security;
alter table "pathway" force row level security;
create policy "shared" on "pathway" for select to "hub_partner" using (exists (
    select from sharing s
    where s.beneficiary_id = pathway.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and s.ended_at is null and (s.until is null or s.until > now())
  ));
create policy "open" on "pathway" for insert to "hub_partner" with check (partner_id = (select access.partner_id()) and created_by_id = (select access.member_id()) and exists (
    select from sharing s
    where s.beneficiary_id = pathway.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and s.ended_at is null and (s.until is null or s.until > now())
  ));
alter table "referral" enable row level security;
alter table "referral" force row level security;
create policy "sides" on "referral" for select to "hub_partner" using ((select access.reads_files()) and (from_id = (select access.partner_id()) or to_id = (select access.partner_id()) and status <> 'DRAFT'));
create policy "send" on "referral" for insert to "hub_partner" with check ((select access.reads_files()) and from_id = (select access.partner_id()) and to_id <> (select access.partner_id()) and created_by_id = (select access.member_id())
        and status = any (array['DRAFT'::referral_status, 'REQUESTED'::referral_status])
        and access.scope(beneficiary_id) >= scope);
create policy "act" on "referral" for update to "hub_partner" using ((select access.reads_files()) and (from_id = (select access.partner_id()) or to_id = (select access.partner_id()) and status <> 'DRAFT'));
create policy "access" on "referral" for select to "hub_access", "hub_system" using (true);
create policy "system" on "referral" for update to "hub_system" using (true);
alter table "referral_transition" enable row level security;
alter table "referral_transition" force row level security;
create policy "sides" on "referral_transition" for select to "hub_partner" using (exists (select from referral r where r.id = referral_transition.referral_id));
create policy "act" on "referral_transition" for insert to "hub_partner" with check (by_id = (select access.partner_id()) and member_id = (select access.member_id())
        and exists (select from referral r where r.id = referral_transition.referral_id));
create policy "system" on "referral_transition" for insert to "hub_system" with check (by_id is null);
alter table "sharing" enable row level security;
alter table "sharing" force row level security;
create policy "seen" on "sharing" for select to "hub_partner" using ((select access.reads_files())
        and (partner_id = (select access.partner_id()) or granted_by_id = (select access.partner_id()) or access.scope(beneficiary_id) is not null));
create policy "grant" on "sharing" for insert to "hub_partner" with check ((select access.reads_files()) and recorded_by_id = (select access.member_id()) and case
        when basis = 'REFERENT'
          then (select access.partner_id()) = all (array[partner_id, granted_by_id, access.referent(beneficiary_id)])
        when partner_id = (select access.partner_id())
          then basis = 'REFERRAL' and access.granted(referral_id, beneficiary_id, granted_by_id, until) >= scope
        else granted_by_id = (select access.partner_id()) and until is not null and access.scope(beneficiary_id) >= scope
      end);
create policy "end" on "sharing" for update to "hub_partner" using ((select access.reads_files()) and (select access.partner_id()) = any (array[partner_id, granted_by_id, access.referent(beneficiary_id)])) with check (ended_at is not null and ended_by_id = (select access.member_id()));
create policy "access" on "sharing" for select to "hub_access" using (true);
alter table "step" enable row level security;
alter table "step" force row level security;
create policy "shared" on "step" for select to "hub_partner" using ((visibility = 'SHARED'
        or partner_id = (select access.partner_id()) and (visibility = 'PARTNER' or author_id = (select access.member_id())))
        and exists (
    select from sharing s
    where s.beneficiary_id = step.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and s.ended_at is null and (s.until is null or s.until > now())
  ));
create policy "add" on "step" for insert to "hub_partner" with check (partner_id = (select access.partner_id()) and author_id = (select access.member_id()) and exists (
        select from pathway p where p.id = step.pathway_id and p.beneficiary_id = step.beneficiary_id));
`;

const rights = `
revoke all on schema public from public;
revoke all on all functions in schema access from public;
grant usage on schema public, access to hub_partner, hub_system, hub_access;
grant execute on all functions in schema access to hub_partner, hub_system, hub_access;

grant select on partner, member, beneficiary, sharing, pathway, step, referral, referral_transition, event,
  idempotency_key to hub_partner;
grant insert on beneficiary, sharing, pathway, step, referral, referral_transition, event, idempotency_key
  to hub_partner;
grant update (ended_at, end_reason, ended_by_id) on sharing to hub_partner;
grant update (status, version, seen_at, answered_at, closed_at, first_contact_on, decline_side, decline_reason,
  decline_comment, outcome) on referral to hub_partner;
grant update (outcome) on idempotency_key to hub_partner;
grant usage on sequence referral_number to hub_partner;

grant select on partner, member, referral, event to hub_system;
grant update (status, version, closed_at) on referral to hub_system;
grant insert on referral_transition, event to hub_system;
grant select on sharing, beneficiary, referral to hub_access;

-- Handed over last: an owner that does not inherit from hub_access could not grant on them any more.
grant create on schema access to hub_access;
alter function access.scope(uuid) owner to hub_access;
alter function access.referent(uuid) owner to hub_access;
alter function access.granted(uuid, uuid, uuid, timestamptz) owner to hub_access;
revoke create on schema access from hub_access;

create schema private;
create table private.login (password text not null);
alter table private.login enable row level security;
alter table private.login force row level security;
create policy owner on private.login to current_user using (true) with check (true);
create table private.epoch (known text not null);
alter table private.epoch enable row level security;
alter table private.epoch force row level security;
create policy owner on private.epoch to current_user using (true) with check (true);
alter table mikro_orm_migrations enable row level security;
alter table mikro_orm_migrations force row level security;
create policy owner on mikro_orm_migrations to current_user using (true) with check (true);
`;
