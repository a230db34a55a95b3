-- The entries of the audit that the viewer may see, each with its person.
create or replace view audit_trail with (security_invoker = true) as
select e.id, e.at, e.member_id, e.partner_id, e.role, e.via, e.operation, audit.persons(e.partner_id, e.subjects) as persons, e.found
from audit.entry e;

grant select on audit_trail to hub_partner;
