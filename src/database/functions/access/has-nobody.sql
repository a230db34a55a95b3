-- Whether a partner has no member yet, for the coordinator who adds it.
create or replace function access.has_nobody(partner uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp
as $$
  select current_setting('app.role', true) = 'COORDINATOR'
    and not exists (select from member m where m.partner_id = partner)
$$;

alter function access.has_nobody(uuid) owner to hub_access;
revoke all on function access.has_nobody(uuid) from public;
grant execute on function access.has_nobody(uuid) to hub_partner;
