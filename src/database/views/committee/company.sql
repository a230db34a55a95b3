-- The names of companies.
create or replace view committee.company as select id, name from public.company;

alter view committee.company owner to hub_facts;
grant select on committee.company to hub_committee, hub_system;
