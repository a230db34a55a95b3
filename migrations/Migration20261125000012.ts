import { Migration } from '@mikro-orm/migrations';

/** The whole life of a referral: drafts, referring again, errors said by the coordinator, ends by the hub. */
export class Migration20261125000012 extends Migration {
  override up(): void {
    this.addSql(tables);
    this.addSql(functions);
    this.addSql(policies);
    this.addSql(rights);
  }
}

const tables = `
alter table "referral" add column "former_id" uuid null;
alter table "referral" add constraint "referral_former_id_foreign" foreign key ("former_id") references "referral" ("id") on delete set null;
create index "referral_of_former" on "referral" ("former_id", "created_at", "id");
alter table "referral" add constraint "referral_draft_is_not_sent" check (status <> 'DRAFT' or sent_at is null);
`;

const functions = `
-- Whether a referral is one that the viewer's partner sent, or drafted, for the person.
create function access.referred(referral uuid, person uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp
as $$
  select exists (select from referral r
    where r.id = referral and r.beneficiary_id = person and r.from_id = access.partner_id())
$$;

-- What a referral says is written while it is a draft, and stays what the receiver was sent. It is sent, as it is
-- drafted, to another partner and no further than the sender sees the person.
create function access.only_drafts_change() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
  if old.status <> 'DRAFT' or new.to_id = new.from_id
    or not coalesce(access.scope(new.beneficiary_id) >= new.scope, false) then
    raise exception 'what a referral says is changed by its sender, in a draft' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger only_drafts_change before update of to_id, purpose, priority, scope, sent_at on referral
  for each row when (current_user = 'hub_partner') execute function access.only_drafts_change();

-- As before, with what names the referral in an act.
drop view "unanswered_referral";
drop function access.unanswered_referrals();
create function access.unanswered_referrals()
  returns table (id uuid, version int, reference text, from_id uuid, to_id uuid, priority referral_priority, sent_at timestamptz(3), days_waiting int)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select r.id, r.version, r.reference, r.from_id, r.to_id, r.priority, r.sent_at,
    extract(day from now() - r.sent_at)::int
  from referral r
  where current_setting('app.role', true) = 'COORDINATOR' and r.status = any (array['REQUESTED', 'IN_REVIEW', 'WAITLISTED']::referral_status[])
$$;

create view "unanswered_referral" with (security_invoker = true) as
  select id, version, reference, from_id, to_id, priority, sent_at, days_waiting from access.unanswered_referrals();
`;

const me = '(select access.partner_id())';
const myself = '(select access.member_id())';
const readsFiles = '(select access.reads_files())';
const coordinator = "(select current_setting('app.role', true)) = 'COORDINATOR'";
const coordinates = `${coordinator} and by_id = ${me} and member_id = ${myself}`;
const side = `${readsFiles} and (from_id = ${me} or to_id = ${me} and sent_at is not null)`;

const policies = `
drop policy "sides" on "referral";
create policy "sides" on "referral" for select to "hub_partner" using (${side});
drop policy "act" on "referral";
create policy "act" on "referral" for update to "hub_partner" using (${side});
drop policy "send" on "referral";
create policy "send" on "referral" for insert to "hub_partner" with check (${readsFiles} and from_id = ${me} and to_id <> ${me} and created_by_id = ${myself}
        and status = any (array['DRAFT'::referral_status, 'REQUESTED'::referral_status])
        and access.scope(beneficiary_id) >= scope
        and (former_id is null or access.referred(former_id, beneficiary_id)));
drop policy "system" on "referral";
create policy "system" on "referral" for update to "hub_system" using (true) with check (status <> 'ENTERED_IN_ERROR' or ${coordinator});
drop policy "sides" on "referral_transition";
create policy "sides" on "referral_transition" for select to "hub_partner" using (exists (select from referral r where r.id = referral_transition.referral_id)
        and ("to" <> 'DRAFT' or by_id = ${me}));
create policy "coordinate" on "referral_transition" for insert to "hub_system" with check ("to" = 'ENTERED_IN_ERROR' and ${coordinates});
create policy "coordinate" on "event" for insert to "hub_system" with check (topic = 'REFERRAL' and kind = 'ENTERED_IN_ERROR' and xid = pg_current_xact_id() and ${coordinates});
`;

const rights = `
grant update (to_id, purpose, priority, scope, sent_at) on referral to hub_partner;
grant select (referral_id), update (ended_at, end_reason, ended_by_id) on sharing to hub_system;
grant select on unanswered_referral to hub_partner;

revoke all on function access.referred(uuid, uuid), access.only_drafts_change(), access.unanswered_referrals() from public;
grant execute on function access.referred(uuid, uuid), access.only_drafts_change(), access.unanswered_referrals() to hub_partner;
grant create on schema access to hub_access;
alter function access.referred(uuid, uuid) owner to hub_access;
alter function access.unanswered_referrals() owner to hub_access;
revoke create on schema access from hub_access;
`;
