-- The fingerprints of subjects' data, from which noise is drawn.
create or replace view committee.fingerprint as select period_id, subject, value from facts.fingerprint;

alter view committee.fingerprint owner to hub_facts;
grant select on committee.fingerprint to hub_committee;
