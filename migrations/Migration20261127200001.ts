import { Migration } from '@mikro-orm/migrations';

/** What referrals say about a person goes to a table of its own: whoever no longer sees the person does not read it. */
export class Migration20261127200001 extends Migration {
  override up(): void {
    this.addSql(table);
    this.addSql(move);
    this.addSql(policies);
    this.addSql(rights);
  }
}

const table = `
create table "referral_text" (
  "id" uuid not null,
  "referral_id" uuid not null,
  "change_id" uuid null,
  "text" text not null,
  primary key ("id")
);
create index "referral_text_referral_id_index" on "referral_text" ("referral_id");
create index "referral_text_change_id_index" on "referral_text" ("change_id");
alter table "referral_text" add constraint "referral_text_key" check (id = coalesce(change_id, referral_id));
alter table "referral_text" add constraint "referral_text_referral_id_foreign" foreign key ("referral_id") references "referral" ("id");
alter table "referral_text" add constraint "referral_text_change_id_foreign" foreign key ("change_id") references "referral_transition" ("id");
`;

const move = `
alter table referral no force row level security;
alter table referral_transition no force row level security;
insert into referral_text (id, referral_id, text) select id, id, purpose from referral;
insert into referral_text (id, referral_id, change_id, text)
  select id, referral_id, id, reason from referral_transition where reason is not null;
alter table referral force row level security;
alter table referral_transition force row level security;

drop trigger only_drafts_change on referral;
alter table referral drop column purpose, drop column decline_comment;
alter table referral_transition drop column reason;
create trigger only_drafts_change before update of to_id, service_id, priority, scope, sent_at on referral
  for each row when (current_user = 'hub_partner') execute function access.only_drafts_change();
`;

const me = '(select access.partner_id())';
const myself = '(select access.member_id())';
const draft = `change_id is null and exists (select from referral r
        where r.id = referral_text.referral_id and r.from_id = ${me} and r.status = 'DRAFT')`;

const policies = `
alter table "referral_text" enable row level security;
alter table "referral_text" force row level security;
create policy "seen" on "referral_text" for select to "hub_partner" using (exists (select from referral r
        where r.id = referral_text.referral_id and exists (
    select from sharing s
    where s.beneficiary_id = r.beneficiary_id and s.partner_id = ${me} and s.scope >= 'IDENTITY'
      and s.ended_at is null and (s.until is null or s.until > now())
  )));
create policy "write" on "referral_text" for insert to "hub_partner" with check (exists (select from referral r
        where r.id = referral_text.referral_id and (change_id is not null or r.from_id = ${me} and r.created_by_id = ${myself}))
        and (change_id is null or exists (select from referral_transition t
          where t.id = referral_text.change_id and t.referral_id = referral_text.referral_id and t.member_id = ${myself})));
create policy "reword" on "referral_text" for update to "hub_partner" using (${draft}) with check (${draft});
create policy "coordinate" on "referral_text" for insert to "hub_system" with check ((select current_setting('app.role', true)) = 'COORDINATOR'
        and exists (select from referral_transition t where t.id = referral_text.change_id and t.referral_id = referral_text.referral_id));
`;

const rights = `
grant select, insert, update (text) on referral_text to hub_partner;
grant insert on referral_text to hub_system;
grant select (id) on referral_transition to hub_system;
`;
