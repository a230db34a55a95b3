-- The referrals that wait for an answer, for coordinators; without data that identifies a person.
create or replace function access.unanswered_referrals()
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

alter function access.unanswered_referrals() owner to hub_access;
revoke all on function access.unanswered_referrals() from public;
grant execute on function access.unanswered_referrals() to hub_partner;
