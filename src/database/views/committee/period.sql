-- The periods for which there are facts.
create or replace view committee.period as select id, grain, "from", until, built_at from facts.period;

alter view committee.period owner to hub_facts;
grant select on committee.period to hub_committee;
