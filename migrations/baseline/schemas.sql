-- Functions that row policies call.
create schema access;
grant usage on schema access to hub_partner, hub_system, hub_retention, hub_access, hub_facts, hub_audit, hub_merges, hub_rights;

-- The audit: which member was shown which persons.
create schema audit;
grant usage on schema audit to hub_partner, hub_system, hub_retention, hub_audit, hub_merges, hub_rights;
-- hub_audit creates the partitions.
grant create on schema audit to hub_audit;

-- The views of the facts that the committee may read.
create schema committee;
grant usage on schema committee to hub_committee, hub_facts;

-- Figures without persons, from which the committee's answers are made.
create schema facts;
grant usage on schema facts to hub_system, hub_facts;

-- The classing of exits.
create schema frames;
grant usage on schema frames to hub_partner, hub_facts;

-- Merges of duplicate files of a person.
create schema merges;
grant usage on schema merges to hub_partner, hub_merges, hub_rights;

-- Private data of the owner, such as the login role's password. No other role can read it.
create schema private;

-- The rights of data subjects: withdrawal, erasure, retention.
create schema rights;
grant usage on schema rights to hub_partner, hub_system, hub_retention, hub_merges, hub_rights;

revoke all on schema public from public;
grant usage on schema public to hub_partner, hub_system, hub_retention, hub_access, hub_facts, hub_audit, hub_merges, hub_rights, hub_setup;
