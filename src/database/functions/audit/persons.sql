-- The persons of an entry that the viewer may see.
create or replace function audit.persons(by uuid, seen uuid[]) returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(s.beneficiary_id order by s.beneficiary_id), '{}') from audit.subject s
  where s.pseudonym = any (seen) and (
    audit.referent(s.beneficiary_id) = access.partner_id()
    or current_setting('app.role', true) = 'DATA_PROTECTION_OFFICER' and (by = access.partner_id() or audit.oversees()))
$$;

alter function audit.persons(uuid, uuid[]) owner to hub_audit;
revoke all on function audit.persons(uuid, uuid[]) from public;
grant execute on function audit.persons(uuid, uuid[]) to hub_partner;
