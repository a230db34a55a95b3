-- The referrals that wait for an answer, for coordinators.
create or replace view unanswered_referral with (security_invoker = true) as
  select id, version, reference, from_id, to_id, priority, status, sent_at, escalated_at, days_waiting
  from access.unanswered_referrals() unanswered_referrals(id, version, reference, from_id, to_id, priority, status, sent_at,
    escalated_at, days_waiting);

grant select on unanswered_referral to hub_partner;
