-- The files of the viewer’s partner, with the end of their retention period.
create or replace view retention_due with (security_invoker = true) as
  select id, partner_id, last_contact_on, due_on, erases_person, told_at, kept_by_law
  from rights.due() due(id, partner_id, last_contact_on, due_on, erases_person, told_at, kept_by_law);

grant select on retention_due to hub_partner;
