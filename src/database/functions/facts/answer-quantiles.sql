-- The numbers of days within which 0 %, 5 % … 100 % of the referrals were answered, by the Kaplan–Meier estimator: a
-- referral that still waits is censored at its waiting time so far. Null from the quantile that was never reached.
create or replace function facts.answer_quantiles(days int[], answered int[], waiting int[]) returns int[] language sql immutable
  return (
    with risk as materialized (
      select day, sum(hit)::float8 as hits, sum(sum(hit + wait)) over (order by day desc)::float8 as at_risk
      from unnest(days, answered, waiting) t(day, hit, wait) group by day
    ), curve as materialized (
      select day, exp(sum(case when hits = at_risk then '-infinity' else ln(1 - hits / at_risk) end)
        over (order by day)) as unanswered
      from risk where at_risk > 0
    )
    select array_agg((select min(day) from curve where unanswered <= 1 - step / 20.0 + 1e-9) order by step)
    from generate_series(0, 20) step
  );

revoke all on function facts.answer_quantiles(integer[], integer[], integer[]) from public;
grant execute on function facts.answer_quantiles(integer[], integer[], integer[]) to hub_facts;
