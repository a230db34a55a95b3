-- Whether the viewer is responsible for the protection of all data of the town.
create or replace function audit.oversees() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select current_setting('app.role', true) = 'DATA_PROTECTION_OFFICER'
    and exists (select from partner p where p.id = access.partner_id() and p.kind = 'TOWN')
$$;

alter function audit.oversees() owner to hub_audit;
revoke all on function audit.oversees() from public;
grant execute on function audit.oversees() to hub_partner;
