import { Migration } from '@mikro-orm/migrations';

/**
 * Members as they come and go: somebody may work for several partners, one row each; may be invited
 * before the first sign-in; may be a partner's own system; and may be deactivated.
 */
export class Migration20261125000000 extends Migration {
  override up(): void {
    this.addSql(`
create type "member_kind" as enum ('PERSON', 'MACHINE');
alter table "member" alter column "subject" drop not null;
alter table "member" drop constraint "member_subject_unique";
alter table "member" add constraint "member_subject_partner_id_unique" unique ("subject", "partner_id");
alter table "member" add column "kind" "member_kind" not null default 'PERSON';
alter table "member" add column "client_id" text null;
alter table "member" add constraint "member_client_id_unique" unique ("client_id");
alter table "member" add column "may_write" boolean not null default true;
alter table "member" add column "deactivated_at" timestamptz(3) null;
create unique index "member_one_invitation" on "member" (lower(email), "partner_id") where kind = 'PERSON';
`);
  }
}
