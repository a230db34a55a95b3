-- What policies ask.
create schema access;
grant usage on schema access to hub_partner, hub_system, hub_retention, hub_access, hub_facts, hub_audit, hub_merges, hub_rights;

-- The audit: who was shown whom.
create schema audit;
grant usage on schema audit to hub_partner, hub_system, hub_retention, hub_audit, hub_merges, hub_rights;
-- It makes its partitions itself.
grant create on schema audit to hub_audit;

-- What the committee may read of the facts.
create schema committee;
grant usage on schema committee to hub_committee, hub_facts;

-- Figures without persons, from which the committee's answers are made.
create schema facts;
grant usage on schema facts to hub_system, hub_facts;

-- How exits are classed.
create schema frames;
grant usage on schema frames to hub_partner, hub_facts;

-- Merges of two files of one person.
create schema merges;
grant usage on schema merges to hub_partner, hub_merges, hub_rights;

-- The owner's own notes, such as the login role's password. No other role reads them.
create schema private;

-- The rights of persons: withdrawal, erasure, retention.
create schema rights;
grant usage on schema rights to hub_partner, hub_system, hub_retention, hub_merges, hub_rights;

revoke all on schema public from public;
grant usage on schema public to hub_partner, hub_system, hub_retention, hub_access, hub_facts, hub_audit, hub_merges, hub_rights, hub_setup;
