-- Whether a person of the entry has the viewer's partner as referent.
create or replace function audit.concerns(seen uuid[]) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from audit.subject s where s.pseudonym = any (seen) and audit.referent(s.beneficiary_id) = access.partner_id())
$$;

alter function audit.concerns(uuid[]) owner to hub_audit;
revoke all on function audit.concerns(uuid[]) from public;
grant execute on function audit.concerns(uuid[]) to hub_partner;
