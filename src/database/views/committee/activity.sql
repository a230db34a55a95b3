-- What the systems of partners reported for the periods of releases; null figures when a system did not answer.
create or replace view committee.activity as select release_id, partner_id, subject, period, figures
  from public.committee_activity;

alter view committee.activity owner to hub_facts;
grant select on committee.activity to hub_committee;
