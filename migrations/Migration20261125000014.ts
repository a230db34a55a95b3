import { Migration } from '@mikro-orm/migrations';

/** Delays: when a referral was reminded of and escalated, and who is told that nobody answers. */
export class Migration20261125000014 extends Migration {
  override up(): void {
    this.addSql(tables);
    this.addSql(policies);
    this.addSql(rights);
  }
}

const tables = `
alter table "referral" add column "reminded_at" timestamptz(3) null;
alter table "referral" add column "escalated_at" timestamptz(3) null;

-- As before, with where it stands, who is asked for something too, and when it was escalated.
drop view "unanswered_referral";
drop function access.unanswered_referrals();
create function access.unanswered_referrals()
  returns table (id uuid, version int, reference text, from_id uuid, to_id uuid, priority referral_priority,
    status referral_status, sent_at timestamptz(3), escalated_at timestamptz(3), days_waiting int)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select r.id, r.version, r.reference, r.from_id, r.to_id, r.priority, r.status, r.sent_at, r.escalated_at,
    extract(day from now() - r.sent_at)::int
  from referral r
  where current_setting('app.role', true) = 'COORDINATOR'
    and r.status = any (array['REQUESTED', 'IN_REVIEW', 'INFO_REQUESTED', 'WAITLISTED']::referral_status[])
$$;

create view "unanswered_referral" with (security_invoker = true) as
  select id, version, reference, from_id, to_id, priority, status, sent_at, escalated_at, days_waiting
  from access.unanswered_referrals();
`;

const inRole = (role: string) => `(select current_setting('app.role', true)) = '${role}'`;
const protects = `(select current_setting('app.role', true)) = any (array['DATA_PROTECTION_OFFICER', 'PARTNER_ADMINISTRATOR'])`;

const policies = `
create policy "clock" on "referral_transition" for select to "hub_system" using (true);
drop policy "addressee" on "event";
create policy "addressee" on "event" for select to "hub_partner" using (partner_id = (select access.partner_id()) and case when topic = 'CLAUSE' then ${inRole('CLAUSE_FACILITATOR')} when topic = 'RETENTION' then ${protects} when topic = 'UNANSWERED' then ${inRole('COORDINATOR')} else (select access.reads_files()) end);
`;

const rights = `
grant update (reminded_at, escalated_at) on referral to hub_system;
grant select (referral_id, version, at) on referral_transition to hub_system;
grant select on unanswered_referral to hub_partner;

revoke all on function access.unanswered_referrals() from public;
grant execute on function access.unanswered_referrals() to hub_partner;
grant create on schema access to hub_access;
alter function access.unanswered_referrals() owner to hub_access;
revoke create on schema access from hub_access;
`;
