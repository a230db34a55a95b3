-- Each partner's file on a person: when its retention period ends (at least 30 days after the notice); whether the
-- person is erased then, because no other partner's period is longer; and whether the partner still holds anything
-- that would be deleted.
create or replace function rights.files(person uuid)
  returns table (partner_id uuid, last_on date, due_on date, erases boolean, told_at timestamptz, held boolean)
  language sql stable
begin atomic
  select f.partner_id, f.last_on, f.due_on, f.erases, f.told_at, f.held from rights.files_of(array[person]) f;
end;

revoke all on function rights.files(uuid) from public;
grant execute on function rights.files(uuid) to hub_rights;
