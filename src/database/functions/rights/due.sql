-- The files of the viewer's partner with the end of their retention period; no rows for roles that are not
-- responsible for data protection.
create or replace function rights.due()
  returns table (id uuid, partner_id uuid, last_contact_on date, due_on date, erases_person boolean, told_at timestamptz, kept_by_law text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  with me as materialized (
    select access.partner_id() as id
  ), persons as materialized (
    select array_agg(distinct s.beneficiary_id) as ids from me join sharing s on s.partner_id = me.id where (select current_setting('app.role', true)) = any (array['DATA_PROTECTION_OFFICER', 'PARTNER_ADMINISTRATOR'])
  ), kept as materialized (
    select k.person, min(k.kept) as by_any, min(k.kept) filter (where k.partner_id = me.id) as by_mine
    from me cross join persons p cross join lateral rights.kept_of(p.ids) k group by k.person
  )
  select f.person, f.partner_id, f.last_on, f.due_on, f.erases, f.told_at, case when f.erases then k.by_any else k.by_mine end
  from me cross join persons p cross join lateral rights.files_of(p.ids) f
  left join kept k on k.person = f.person
  where f.partner_id = me.id and f.held;
end;

alter function rights.due() owner to hub_rights;
revoke all on function rights.due() from public;
grant execute on function rights.due() to hub_partner;
