-- Recomputes the answer times of the referrals of a period.
create or replace function facts.rebuild_answers(p int, f date, u date) returns void language sql
begin atomic
  delete from facts.answer where period_id = p;
  insert into facts.answer
  select p, r.from_id, r.to_id, b.district::text,
    facts.age_band(b.birth_date, (r.sent_at at time zone 'Europe/Paris')::date), r.status::text, r.decline_reason::text,
    extract(day from coalesce(r.answered_at, r.closed_at, now()) - r.sent_at)::int,
    count(r.answered_at), count(*) filter (where r.answered_at is null)
  from referral r join beneficiary b on b.id = r.beneficiary_id
  where r.sent_at >= facts.beginning(f) and r.sent_at < facts.beginning(u) and r.status <> 'ENTERED_IN_ERROR'
  group by 2, 3, 4, 5, 6, 7, 8;
end;

revoke all on function facts.rebuild_answers(integer, date, date) from public;
grant execute on function facts.rebuild_answers(integer, date, date) to hub_facts;
