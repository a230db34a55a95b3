-- The files of the viewer’s partner, with the end of their retention period, for the roles that are responsible for data
-- protection; the policies of the tables leave out other partners. What follows from the files of other partners is
-- computed only for the rows that are shown.
create or replace view retention_due with (security_invoker = true) as
  select person as id, partner_id, last_on as last_contact_on, due_on, rights.erases_own(person) as erases_person, told_at,
    rights.kept_own(person) as kept_by_law
  from rights.all_files() f(person, partner_id, last_on, due_on, told_at, holds, held)
  where held and (( select current_setting('app.role'::text, true) as current_setting)) = any
    (array['DATA_PROTECTION_OFFICER'::text, 'PARTNER_ADMINISTRATOR'::text]);

grant select on retention_due to hub_partner;
