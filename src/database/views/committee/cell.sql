-- The cells of each period: counts without persons.
create or replace view committee.cell as select period_id, subject, profile, people, district, age_band, partner_id,
  to_partner_id, company_id, status, outcome_class, decline_reason, rows, hours, accepted, decided, top_rows, top_hours
  from facts.cell;

alter view committee.cell owner to hub_facts;
grant select on committee.cell to hub_committee;
