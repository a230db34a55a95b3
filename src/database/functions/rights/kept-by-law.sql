-- The legal reason to keep a person, by the contracts of one partner, or of all partners when none is given.
create or replace function rights.kept_by_law(person uuid, of_partner uuid) returns text language sql stable
  set search_path = public, pg_temp
begin atomic
  select min(k.kept) from rights.kept_of(array[person]) k where of_partner is null or k.partner_id = of_partner;
end;

revoke all on function rights.kept_by_law(uuid, uuid) from public;
grant execute on function rights.kept_by_law(uuid, uuid) to hub_rights;

-- The legal reason to keep a person, by the contracts of all partners.
create or replace function rights.kept_by_law(person uuid) returns text language sql stable set search_path = public, pg_temp
begin atomic
  select rights.kept_by_law(person, null);
end;

revoke all on function rights.kept_by_law(uuid) from public;
grant execute on function rights.kept_by_law(uuid) to hub_rights;
