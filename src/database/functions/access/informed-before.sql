-- Trigger that refuses an attendance whose agreement is older than the information of the person.
create or replace function access.informed_before() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if exists (select from beneficiary b where b.id = new.beneficiary_id and b.informed_on > new.agreed_on) then
    raise exception 'an agreement comes after the information of the person' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

alter function access.informed_before() owner to hub_access;
revoke all on function access.informed_before() from public;

create or replace trigger consent_informed_before before insert on attendance
  for each row when (current_user = 'hub_partner' and new.agreed_on is not null) execute function access.informed_before();
