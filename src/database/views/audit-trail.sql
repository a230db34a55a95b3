-- The entries of the audit that the viewer may see, each with its person.
create or replace view audit_trail with (security_invoker = true) as
select id, at, member_id, partner_id, role, via, operation, audit.persons(partner_id, subjects) as persons, found
from audit.entry e;

grant select on audit_trail to hub_partner;
