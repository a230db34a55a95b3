import { Migration } from '@mikro-orm/migrations';

/** Agreements as they live, and links to persons whom another partner follows. */
export class Migration20261125000002 extends Migration {
  override up(): void {
    this.addSql(tables);
    this.addSql(functions);
    this.addSql(policies);
    this.addSql(rights);
  }
}

const tables = `
alter table "sharing" add column "informed_by_id" uuid null;
alter table "sharing" add column "reminded_at" timestamptz(3) null;
alter table "sharing" add constraint "sharing_informed_by_id_foreign" foreign key ("informed_by_id") references "member" ("id") on delete set null;
create index sharing_to_remind on sharing (until) where ended_at is null and reminded_at is null;

create table "link_attempt" (
  "id" uuid not null,
  "partner_id" uuid not null,
  "member_id" uuid not null,
  "act" text not null,
  "at" timestamptz(3) not null,
  primary key ("id")
);
create index "link_attempt_of_partner" on "link_attempt" ("partner_id", "at");
alter table "link_attempt" add constraint "link_attempt_partner_id_foreign" foreign key ("partner_id") references "partner" ("id");
alter table "link_attempt" add constraint "link_attempt_member_id_foreign" foreign key ("member_id") references "member" ("id");

create table "link_request" (
  "id" uuid not null,
  "partner_id" uuid not null,
  "member_id" uuid not null,
  "purpose" text not null,
  "scope" "sharing_scope" not null,
  "agreed_on" date not null,
  "method" "agreement_method" not null,
  "until" timestamptz(3) not null,
  "created_at" timestamptz(3) not null,
  "expires_at" timestamptz(3) not null,
  "answered_at" timestamptz(3) null,
  "accepted" boolean null,
  "beneficiary_id" uuid null,
  primary key ("id")
);
create index "link_request_of_partner" on "link_request" ("partner_id", "created_at", "id");
alter table "link_request" add constraint "link_request_partner_id_foreign" foreign key ("partner_id") references "partner" ("id");
alter table "link_request" add constraint "link_request_member_id_foreign" foreign key ("member_id") references "member" ("id");
alter table "link_request" add constraint "link_request_beneficiary_id_foreign" foreign key ("beneficiary_id") references "beneficiary" ("id") on delete set null;

create table "link_match" (
  "id" uuid not null,
  "request_id" uuid not null,
  "beneficiary_id" uuid not null,
  "referent_id" uuid not null,
  primary key ("id")
);
alter table "link_match" add constraint "link_match_request_id_unique" unique ("request_id");
create index "link_match_beneficiary_id_index" on "link_match" ("beneficiary_id");
create index "link_match_of_referent" on "link_match" ("referent_id");
alter table "link_match" add constraint "link_match_request_id_foreign" foreign key ("request_id") references "link_request" ("id");
alter table "link_match" add constraint "link_match_beneficiary_id_foreign" foreign key ("beneficiary_id") references "beneficiary" ("id");
alter table "link_match" add constraint "link_match_referent_id_foreign" foreign key ("referent_id") references "partner" ("id");
`;

const functions = `
-- The person with this fingerprint, for the hub alone: who may ask it knows who is followed.
-- Of one who was merged, the kept one. (The column comes with the next migration.)
create function access.registered(print text) returns table (id uuid, referent_id uuid) language plpgsql stable security definer
  set search_path = public, pg_temp
as $$
begin
  return query select k.id, k.referent_id from beneficiary b join beneficiary k on k.id = coalesce(b.merged_into_id, b.id)
    where b.fingerprint = print;
end $$;
`;

const policies = `
drop policy "grant" on "sharing";
create policy "grant" on "sharing" for insert to "hub_partner" with check ((select access.reads_files()) and recorded_by_id = (select access.member_id()) and (informed_by_id is null
          or exists (select from member m where m.id = sharing.informed_by_id)
          or exists (select from link_request r
            where r.member_id = sharing.informed_by_id and r.partner_id = sharing.partner_id)) and case
        when basis = 'REFERENT'
          then (select access.partner_id()) = all (array[partner_id, granted_by_id, access.referent(beneficiary_id)])
        when partner_id = (select access.partner_id())
          then basis = 'REFERRAL' and access.granted(referral_id, beneficiary_id, granted_by_id, until) >= scope
        else granted_by_id = (select access.partner_id()) and until is not null and access.scope(beneficiary_id) >= scope
      end);
create policy "due" on "sharing" for select to "hub_system" using (until is not null);
create policy "remind" on "sharing" for update to "hub_system" using (until is not null);
alter table "link_attempt" enable row level security;
alter table "link_attempt" force row level security;
create policy "own" on "link_attempt" for select to "hub_partner" using ((select access.reads_files()) and partner_id = (select access.partner_id()));
create policy "attempt" on "link_attempt" for insert to "hub_partner" with check ((select access.reads_files()) and partner_id = (select access.partner_id()) and member_id = (select access.member_id()));
alter table "link_request" enable row level security;
alter table "link_request" force row level security;
create policy "asker" on "link_request" for select to "hub_partner" using ((select access.reads_files()) and partner_id = (select access.partner_id()));
create policy "referent" on "link_request" for select to "hub_partner" using ((select access.reads_files()) and exists (select from link_match m where m.request_id = link_request.id));
create policy "ask" on "link_request" for insert to "hub_partner" with check ((select access.reads_files()) and partner_id = (select access.partner_id()) and member_id = (select access.member_id())
        and answered_at is null and accepted is null and beneficiary_id is null);
create policy "answer" on "link_request" for update to "hub_partner" using ((select access.reads_files()) and exists (select from link_match m where m.request_id = link_request.id)) with check (answered_at < expires_at and case when accepted
        then exists (select from link_match m
          where m.request_id = link_request.id and m.beneficiary_id = link_request.beneficiary_id)
        else accepted is not null and beneficiary_id is null
      end);
alter table "link_match" enable row level security;
alter table "link_match" force row level security;
create policy "referent" on "link_match" for select to "hub_partner" using ((select access.reads_files()) and referent_id = (select access.partner_id()));
create policy "found" on "link_match" for insert to "hub_system" with check (true);
`;

const rights = `
grant select on link_attempt, link_request, link_match to hub_partner;
grant insert on link_attempt, link_request to hub_partner;
grant update (answered_at, accepted, beneficiary_id) on link_request to hub_partner;

grant insert on link_match to hub_system;
grant select (id, partner_id, granted_by_id, until, ended_at, reminded_at) on sharing to hub_system;
grant update (reminded_at) on sharing to hub_system;

revoke all on function access.registered(text) from public;
grant execute on function access.registered(text) to hub_system;
grant create on schema access to hub_access;
alter function access.registered(text) owner to hub_access;
revoke create on schema access from hub_access;
`;
