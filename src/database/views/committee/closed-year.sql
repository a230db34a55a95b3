-- The protected final figures of closed years.
create or replace view committee.closed_year as select year, subject, revision, made_at, reason, figures
  from public.committee_closed_year;

alter view committee.closed_year owner to hub_facts;
grant select on committee.closed_year to hub_committee;
