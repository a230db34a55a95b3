-- The keys of a partner's own rows about a person in one table, except rows that another partner's rows depend on.
create or replace function rights.own_keys(place regclass, of_partner uuid, person uuid) returns text[] language plpgsql stable
  set search_path = public, pg_temp
as $$
declare
  relied_on text;
  keys text[];
begin
  select string_agg(format(' and not exists (select from %s c where c.%I = t.%I and c.partner_id <> t.partner_id)',
      t.child, t.child_column, t.parent_column), '')
    into relied_on from rights.ties() t
    where t.parent = place and exists (
      select from pg_attribute a where a.attrelid = t.child and a.attname = 'partner_id');
  execute format('select array_agg(t.id::text) from %s t where t.beneficiary_id = $1 and t.partner_id = $2%s', place, relied_on)
    into keys using person, of_partner;
  return coalesce(keys, '{}');
end $$;

revoke all on function rights.own_keys(regclass, uuid, uuid) from public;
grant execute on function rights.own_keys(regclass, uuid, uuid) to hub_rights;
