-- The months of a lot, with the contracts that the viewer sees. Due, done and forecast hours are defined here only, for
-- the API, the shortfalls and the committee's figures.
--
-- A month of a contract is known once its hours are validated, or once the month after it is over: the hours of the
-- month that has just ended may still be declared. For a month that is not known, the forecast is the average of the
-- contract's known months. Due is the commitment, spread evenly and rounded to the hundredth.
create or replace view lot_month with (security_invoker = true) as
select lot.id as lot_id, span.month,
  round(lot.hours_committed::numeric * span.place::numeric / span.months::numeric, 2)
    - round(lot.hours_committed::numeric * (span.place - 1)::numeric / span.months::numeric, 2) as due,
  coalesce(worked.done, 0::numeric) as done,
  coalesce(worked.forecast, 0::numeric) as forecast
from lot
cross join lateral (
  select m.month::date as month, row_number() over (order by m.month) as place, count(*) over () as months
  from generate_series(date_trunc('month'::text, lot.starts_on::timestamp without time zone),
    lot.ends_on::timestamp without time zone, '1 mon'::interval) m(month)
) span
left join lateral (
  select k.month, sum(k.done) as done,
    sum(case when k.known then k.done else k.pace end) as forecast
  from (
    select d.month, d.done, d.known,
      coalesce(avg(d.done) filter (where d.known) over (partition by d.contract_id), 0::numeric) as pace
    from (
      select c.id as contract_id, m.month::date as month, coalesce(h.hours, 0::numeric) as done,
        h.id is not null or m.month <
          (date_trunc('month'::text, now() at time zone 'Europe/Paris'::text) - '1 mon'::interval) as known
      from clause_contract c
      cross join lateral generate_series(date_trunc('month'::text, c.starts_on::timestamp without time zone),
        least(c.ends_on, lot.ends_on)::timestamp without time zone, '1 mon'::interval) m(month)
      left join hours_entry h on h.contract_id = c.id and h.month = m.month::date
        and h.kind = 'WORK'::hours_kind and h.status = 'VALIDATED'::hours_status
      where c.lot_id = lot.id
    ) d
  ) k
  group by k.month
) worked on worked.month = span.month;

grant select on lot_month to hub_facts, hub_partner, hub_system;
