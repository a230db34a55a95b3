-- The tables in which a partner has rows of its own about persons. Sharings are not among them: they end and are not
-- deleted; the last contact follows from the other rows.
create or replace function rights.own_places() returns setof regclass language sql stable set search_path = public, pg_temp
begin atomic
  select t.child from rights.ties() t
  where t.parent = 'public.beneficiary'::regclass and t.child_column = 'beneficiary_id'
    and t.child::text <> all (array['sharing', 'last_contact', 'rights.retained'])
    and exists (select from pg_attribute a where a.attrelid = t.child and a.attname = 'partner_id');
end;

revoke all on function rights.own_places() from public;
grant execute on function rights.own_places() to hub_rights;
