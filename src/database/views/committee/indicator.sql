-- The indicators of each period.
create or replace view committee.indicator as select period_id, key, partner_id, numerator, denominator, people, base, top,
  companies, top_company, quantiles from facts.indicator;

alter view committee.indicator owner to hub_facts;
grant select on committee.indicator to hub_committee;
