-- The rows of all subjects that concern the days from `f` (inclusive) to `u` (exclusive), each with its person.
create or replace function facts.source(f date, u date) returns table (
  subject text, person uuid, on_day date, people int, partner_id uuid, to_partner_id uuid, company_id uuid,
  status text, answer text, answer_time text, outcome_class text, decline_reason text, visit text, rows int, hours numeric
) language sql stable
begin atomic
  select 'PATHWAYS', p.beneficiary_id, greatest(p.started_on, f), 1, p.partner_id, null::uuid, null::uuid,
    p.status::text, null, null, null, null, null, 1, 0::numeric
  from pathway p where p.started_on < u and (p.closed_on is null or p.closed_on >= f)
  union all
  select 'REFERRALS', r.beneficiary_id, (r.sent_at at time zone 'Europe/Paris')::date, 1, r.from_id, r.to_id, null,
    r.status::text,
    case when r.status in ('DECLINED', 'EXPIRED') then r.status::text when r.answered_at is not null then 'ACCEPTED'
      when r.status = 'CANCELLED' then 'CANCELLED' else 'WAITING' end,
    facts.answer_time(facts.working_days(r.sent_at, r.answered_at)), null, r.decline_reason::text, null, 1, 0
  from referral r
  where r.sent_at >= facts.beginning(f) and r.sent_at < facts.beginning(u) and r.status <> 'ENTERED_IN_ERROR'
  union all
  select 'CLAUSE_HOURS', c.beneficiary_id, h.month, 1, c.partner_id, null, c.company_id,
    h.status::text, null, null, null, null, null, 1, h.hours
  from hours_entry h join clause_contract c on c.id = h.contract_id
  where h.month >= f and h.month < u and h.kind = 'WORK'
  union all
  select 'OUTCOMES', o.beneficiary_id, o.occurred_on, 1, o.partner_id, null, c.company_id,
    case when o.clause_contract_id is null then 'OTHER_EXIT' else 'CLAUSE_EXIT' end, null, null,
    coalesce(frames.exit_class(o.situation, o.contract_months, o.occurred_on)::text, 'NONE'), null, null, 1, 0
  from outcome o left join clause_contract c on c.id = o.clause_contract_id
  where o.occurred_on >= f and o.occurred_on < u
  union all
  select 'FORUM_ATTENDANCES', a.beneficiary_id, e.held_on, v.people, a.partner_id, null, null,
    null, null, null, null, null, v.visit, v.people, 0
  from attendance a join forum e on e.id = a.forum_id,
    lateral (values ('FIRST', a.first_time_people), ('OTHER', a.people - a.first_time_people)) v(visit, people)
  where e.held_on >= f and e.held_on < u and v.people > 0;
end;

revoke all on function facts.source(date, date) from public;
grant execute on function facts.source(date, date) to hub_facts;
