-- The releases that were made.
create or replace view committee.release as select id, as_of, since, made_at, level, partners, missing, accompanying,
  committed_hours, definitions
  from public.committee_release;

alter view committee.release owner to hub_facts;
grant select on committee.release to hub_committee;
