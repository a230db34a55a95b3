import { Migration } from '@mikro-orm/migrations';

/** Referrals to a service, messages on a referral, and who of the receiver's members looks after it. */
export class Migration20261125000013 extends Migration {
  override up(): void {
    this.addSql(tables);
    this.addSql(functions);
    this.addSql(policies);
    this.addSql(rights);
  }
}

const tables = `
alter table "referral" add column "service_id" uuid null;
alter table "referral" add constraint "referral_service_id_foreign" foreign key ("service_id") references "service" ("id") on delete set null;

create table "referral_message" (
  "id" uuid not null,
  "referral_id" uuid not null,
  "by_id" uuid not null,
  "author_id" uuid not null,
  "text" text not null,
  "at" timestamptz(3) not null default now(),
  "change_id" uuid null,
  primary key ("id")
);
create index "referral_message_of_referral" on "referral_message" ("referral_id", "at", "id");
alter table "referral_message" add constraint "referral_message_change_id_unique" unique ("change_id");
alter table "referral_message" add constraint "referral_message_referral_id_foreign" foreign key ("referral_id") references "referral" ("id");
alter table "referral_message" add constraint "referral_message_by_id_foreign" foreign key ("by_id") references "partner" ("id");
alter table "referral_message" add constraint "referral_message_author_id_foreign" foreign key ("author_id") references "member" ("id");
alter table "referral_message" add constraint "referral_message_change_id_foreign" foreign key ("change_id") references "referral_transition" ("id") on delete set null;

create table "referral_assignment" (
  "referral_id" uuid not null,
  "member_id" uuid null,
  "assigned_by_id" uuid not null,
  "assigned_at" timestamptz(3) not null,
  primary key ("referral_id")
);
create index "referral_assignment_of_member" on "referral_assignment" ("member_id");
alter table "referral_assignment" add constraint "referral_assignment_referral_id_foreign" foreign key ("referral_id") references "referral" ("id") on update cascade on delete cascade;
alter table "referral_assignment" add constraint "referral_assignment_member_id_foreign" foreign key ("member_id") references "member" ("id") on delete set null;
alter table "referral_assignment" add constraint "referral_assignment_assigned_by_id_foreign" foreign key ("assigned_by_id") references "member" ("id");
`;

const functions = `
-- Whether a referral to a partner as a whole reaches anybody: a member who may answer it, or else an open service
-- with a contact.
create function access.is_reached(partner uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp
as $$
  select exists (select from member m
      where m.partner_id = partner and m.deactivated_at is null and m.may_write
        and m.role = any (array['CASEWORKER', 'PARTNER_ADMINISTRATOR']::member_role[]))
    or exists (select from service s where s.partner_id = partner and s.status = 'OPEN' and s.contact <> '')
$$;

-- As before, and with the service, which is the receiver's.
create or replace function access.only_drafts_change() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
  if old.status <> 'DRAFT' or new.to_id = new.from_id
    or not coalesce(access.scope(new.beneficiary_id) >= new.scope, false)
    or not (new.service_id is null or exists (select from service s where s.id = new.service_id and s.partner_id = new.to_id)) then
    raise exception 'what a referral says is changed by its sender, in a draft' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
drop trigger only_drafts_change on referral;
create trigger only_drafts_change before update of to_id, service_id, purpose, priority, scope, sent_at on referral
  for each row when (current_user = 'hub_partner') execute function access.only_drafts_change();
`;

const me = '(select access.partner_id())';
const myself = '(select access.member_id())';
const readsFiles = '(select access.reads_files())';
const spoken = `exists (select from referral r
        where r.id = referral_message.referral_id and exists (
    select from sharing s
    where s.beneficiary_id = r.beneficiary_id and s.partner_id = ${me} and s.scope >= 'IDENTITY'
      and s.ended_at is null and (s.until is null or s.until > now())
  )`;
const received = `exists (select from referral r where r.id = referral_assignment.referral_id and r.to_id = ${me})`;
const assigns = `assigned_by_id = ${myself} and ${received}
        and (member_id is null or exists (select from member m
          where m.id = referral_assignment.member_id and m.partner_id = ${me} and m.kind = 'PERSON' and m.deactivated_at is null
            and m.role = any (array['CASEWORKER'::member_role, 'PARTNER_ADMINISTRATOR'::member_role])))`;

const policies = `
drop policy "send" on "referral";
create policy "send" on "referral" for insert to "hub_partner" with check (${readsFiles} and from_id = ${me} and to_id <> ${me} and created_by_id = ${myself}
        and status = any (array['DRAFT'::referral_status, 'REQUESTED'::referral_status])
        and access.scope(beneficiary_id) >= scope
        and (former_id is null or access.referred(former_id, beneficiary_id))
        and (service_id is null or exists (select from service s where s.id = service_id and s.partner_id = to_id)));
create policy "access" on "service" for select to "hub_access" using (true);

alter table "referral_message" enable row level security;
alter table "referral_message" force row level security;
create policy "sides" on "referral_message" for select to "hub_partner" using (${spoken}));
create policy "write" on "referral_message" for insert to "hub_partner" with check (by_id = ${me} and author_id = ${myself} and ${spoken} and r.sent_at is not null)
        and (change_id is null or exists (select from referral_transition t
          where t.id = referral_message.change_id and t.referral_id = referral_message.referral_id and t.member_id = ${myself})));

alter table "referral_assignment" enable row level security;
alter table "referral_assignment" force row level security;
create policy "receiver" on "referral_assignment" for select to "hub_partner" using (${received});
create policy "assign" on "referral_assignment" for insert to "hub_partner" with check (${assigns});
create policy "reassign" on "referral_assignment" for update to "hub_partner" using (${received}) with check (${assigns});
create policy "system" on "referral_assignment" for select to "hub_system" using (true);
`;

const rights = `
grant update (service_id) on referral to hub_partner;
grant select, insert on referral_message, referral_assignment to hub_partner;
grant update (member_id, assigned_by_id, assigned_at) on referral_assignment to hub_partner;
grant select on referral_assignment to hub_system;
grant select on service to hub_access;

revoke all on function access.is_reached(uuid) from public;
grant execute on function access.is_reached(uuid) to hub_partner;
grant create on schema access to hub_access;
alter function access.is_reached(uuid) owner to hub_access;
revoke create on schema access from hub_access;
`;
