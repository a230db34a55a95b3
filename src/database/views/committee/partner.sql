-- The names of partners.
create or replace view committee.partner as select id, name from public.partner;

alter view committee.partner owner to hub_facts;
grant select on committee.partner to hub_committee;
