-- The contribution of each person, or row without a person, to the indicators of the days from `f` (inclusive) to
-- `u` (exclusive). Waiting days are never null, so that a partner that has answered nothing has a sum too. The
-- median is computed from the answers.
create or replace function facts.contribution(f date, u date) returns table (
  key text, partner_id uuid, person uuid, people int, num numeric, den numeric, company_id uuid
) language sql stable
begin atomic
  with support as materialized (
    select s.person, s.partner_id,
      facts.age_band(b.birth_date, min(min(s.on_day)) over (partition by s.person)) = any (array['UNDER_18', 'FROM_18_TO_25']) as young
    from facts.source(f, u) s join beneficiary b on b.id = s.person
    where s.subject = 'PATHWAYS' group by s.person, s.partner_id, b.birth_date
  ), sent as materialized (
    select r.beneficiary_id, r.from_id, r.to_id, r.status, r.sent_at, r.answered_at, r.closed_at, r.answered_at is not null and r.status <> 'DECLINED' as accepted,
      facts.working_days(r.sent_at, coalesce(r.answered_at, r.closed_at, now())) as working_days
    from referral r
    where r.sent_at >= facts.beginning(f) and r.sent_at < facts.beginning(u) and r.status <> 'ENTERED_IN_ERROR'
  ), exits as materialized (
    select o.beneficiary_id, o.partner_id, frames.exit_class(o.situation, o.contract_months, o.occurred_on) as class
    from outcome o where o.occurred_on >= f and o.occurred_on < u and o.clause_contract_id is not null
  )
  select k.key, s.partner_id, s.person, 1, k.num::numeric, 1::numeric, null::uuid from support s,
    lateral (values ('ACCOMPANIED_PEOPLE', 1), ('ACCOMPANIED_SUM', 1), ('YOUNG_PEOPLE', young::int)) k(key, num)
  union all
  select k.key, s.partner_id, s.person, 1, k.num, s.validated + s.declared, s.company_id
  from (
    select person, partner_id, company_id, coalesce(sum(hours) filter (where status = 'VALIDATED'), 0) as validated,
      coalesce(sum(hours) filter (where status = 'DECLARED'), 0) as declared
    from facts.source(f, u) where subject = 'CLAUSE_HOURS' and status <> 'REJECTED'
    group by person, partner_id, company_id
  ) s, lateral (values ('CLAUSE_HOURS', s.validated), ('CLAUSE_HOURS_DECLARED', s.declared), ('CLAUSE_HOURS_RATE', s.validated)) k(key, num)
  union all
  select k.key, e.partner_id, e.beneficiary_id, 1, k.num::int, 1, null from exits e,
    lateral (values ('POSITIVE_EXITS', class is not null), ('DURABLE_EXITS', class is not distinct from 'DURABLE'),
      ('TRANSITION_EXITS', class is not distinct from 'TRANSITION'),
      ('QUALIFYING_EXITS', class is not distinct from 'POSITIVE')) k(key, num)
  union all
  select k.key, k.partner_id, s.beneficiary_id, 1, k.num, k.den, null from sent s, lateral (values
    ('REFERRALS_SENT', s.from_id, 1, 1),
    ('REFERRAL_ACCEPTANCE_RATE', s.to_id, s.accepted::int, (s.answered_at is not null or s.status = 'EXPIRED')::int),
    ('MEDIAN_DAYS_TO_ANSWER', s.to_id, coalesce(facts.working_days(s.sent_at, coalesce(s.answered_at, s.closed_at)), 0), 1),
    ('ANSWERED_WITHIN_3_DAYS', s.to_id, (s.answered_at is not null and s.working_days <= 3)::int, (s.answered_at is not null or s.working_days > 3)::int),
    ('ANSWERED_WITHIN_5_DAYS', s.to_id, (s.answered_at is not null and s.working_days <= 5)::int, (s.answered_at is not null or s.working_days > 5)::int),
    ('LOOP_CLOSURE_RATE', s.to_id, (s.status = any (array['COMPLETED'::referral_status, 'NOT_COMPLETED']))::int, s.accepted::int)
  ) k(key, partner_id, num, den)
  union all
  select k.key, a.partner_id, a.beneficiary_id, a.people, k.num, a.people, null
  from attendance a join forum e on e.id = a.forum_id,
    lateral (values ('FORUM_ATTENDANCES', a.people), ('FORUM_FIRST_TIME', a.first_time_people)) k(key, num)
  where e.held_on >= f and e.held_on < u;
end;

revoke all on function facts.contribution(date, date) from public;
grant execute on function facts.contribution(date, date) to hub_facts;
