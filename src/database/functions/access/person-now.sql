-- The person who has the file of the one with this id: who it was merged into, if it was. Whether that person is the
-- viewer's to see is another question: policies answer it.
create or replace function access.person_now(person uuid) returns uuid language sql stable security definer
  set search_path = public, pg_temp
begin atomic
  select coalesce((select b.merged_into_id from beneficiary b where b.id = person), person);
end;

alter function access.person_now(uuid) owner to hub_access;
revoke all on function access.person_now(uuid) from public;
grant execute on function access.person_now(uuid) to hub_partner;
