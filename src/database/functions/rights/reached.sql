-- All tables with rows that are deleted with a person.
create or replace function rights.reached() returns setof regclass language sql stable set search_path = public, pg_temp
begin atomic
  with recursive reached(place) as (
    select 'public.beneficiary'::regclass
    union
    select t.child from rights.ties() t join reached on reached.place = t.parent
  )
  select place from reached;
end;

revoke all on function rights.reached() from public;
grant execute on function rights.reached() to hub_rights;
