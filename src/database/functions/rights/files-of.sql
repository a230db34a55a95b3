-- Each partner's file on each of the persons (see rights.all_files), and whether the person is erased when its retention
-- period ends, because no other partner's period is longer.
create or replace function rights.files_of(persons uuid[])
  returns table (person uuid, partner_id uuid, last_on date, due_on date, erases boolean, told_at timestamptz, held boolean)
  language sql stable
begin atomic
  select f.person, f.partner_id, f.last_on, f.due_on, f.due_on = max(f.due_on) over (partition by f.person), f.told_at, f.held
  from rights.all_files() f where f.person = any (persons);
end;

revoke all on function rights.files_of(uuid[]) from public;
grant execute on function rights.files_of(uuid[]) to hub_rights;
