-- The last contact of each partner with a person, and whether the partner holds anything about the person: own rows,
-- or a sharing in force.
create or replace function rights.contacts(person uuid) returns table (partner_id uuid, last_on date, holds boolean)
  language sql stable
begin atomic
  select c.partner_id, c.last_on, c.holds from rights.contacts_of(array[person]) c;
end;

revoke all on function rights.contacts(uuid) from public;
grant execute on function rights.contacts(uuid) to hub_rights;
