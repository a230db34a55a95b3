import { Migration } from '@mikro-orm/migrations';

/** An account may have several roles at a partner, and takes up an invitation only when it accepts it. */
export class Migration20261127800000 extends Migration {
  override up(): void {
    this.addSql(memberships);
    this.addSql(policies);
    this.addSql(machines);
  }
}

const memberships = `
-- Until now a machine could sign in as soon as it was added.
alter table "member" no force row level security;
update "member" set "subject" = "client_id" where "kind" = 'MACHINE';
alter table "member" force row level security;

alter table "member" drop constraint "member_subject_partner_id_unique";
alter table "member" add constraint "member_kind_subject_partner_id_role_unique" unique ("kind", "subject", "partner_id", "role");
drop index "member_one_invitation";
create unique index "member_one_invitation" on "member" (lower(email), "partner_id", "role") where kind = 'PERSON';
alter table "member" drop constraint "member_client_id_unique";
create unique index "member_one_machine" on "member" ("client_id", "partner_id");
create unique index "member_machine_of_one_partner" on "member" ("subject") where kind = 'MACHINE';
alter table "session" add column "email" text null;
`;

const policies = `
drop policy "first_sign_in" on "member";
create policy "answer_invitation" on "member" for update to "hub_system" using (subject is null and deactivated_at is null)
  with check (subject is not null or deactivated_at is not null);
grant update ("deactivated_at") on "member" to "hub_system";
`;

const machines = `
-- Whether a machine acts for some partner already. Which one is nobody's business.
create function access.is_machine(client text) returns boolean language sql stable security definer
  set search_path = public, pg_temp
begin atomic
  select current_setting('app.role', true) = 'PARTNER_ADMINISTRATOR'
    and exists (select from member m where m.kind = 'MACHINE' and m.subject = client);
end;
revoke all on function access.is_machine(text) from public;
grant execute on function access.is_machine(text) to hub_partner;
grant create on schema access to hub_access;
alter function access.is_machine(text) owner to hub_access;
revoke create on schema access from hub_access;
`;
