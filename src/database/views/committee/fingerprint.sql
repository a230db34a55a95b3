-- What the noise of a subject is drawn from.
create or replace view committee.fingerprint as select period_id, subject, value from facts.fingerprint;

alter view committee.fingerprint owner to hub_facts;
grant select on committee.fingerprint to hub_committee;
