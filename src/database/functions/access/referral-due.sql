-- When the hub first does something to a referral that stays in its state; null when it never does. The rule is in
-- src/features/referrals/delays.ts, which fills access.referral_delay.
create or replace function access.referral_due(does text, priority referral_priority, status referral_status,
    sent_at timestamptz, state_since timestamptz) returns timestamptz language sql stable
begin atomic
  select min(access.delay_end(case d.since when 'SENT' then sent_at else state_since end, d.count, d.unit))
  from access.referral_delay d
  where d.does = referral_due.does and referral_due.status = any (d.statuses) and d.count is not null
    and coalesce(d.priority, referral_due.priority) = referral_due.priority;
end;

revoke all on function access.referral_due(text, referral_priority, referral_status, timestamp with time zone, timestamp with time zone) from public;
grant execute on function access.referral_due(text, referral_priority, referral_status, timestamp with time zone, timestamp with time zone) to hub_partner;
