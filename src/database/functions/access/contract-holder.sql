-- The name of the person of a contract; null unless the viewer may see the contract.
create or replace function access.contract_holder(contract uuid) returns text language sql stable security definer
  set search_path = public, pg_temp
as $$
  select b.first_name || ' ' || b.last_name
  from clause_contract c join beneficiary b on b.id = c.beneficiary_id
    join lot l on l.id = c.lot_id join procurement p on p.id = l.procurement_id
    join clause_programme g on g.id = p.programme_id
  where c.id = contract
    and (access.scope(c.beneficiary_id) >= 'PATHWAY'
      or current_setting('app.role', true) = 'CLAUSE_FACILITATOR' and g.partner_id = access.partner_id())
$$;

alter function access.contract_holder(uuid) owner to hub_access;
revoke all on function access.contract_holder(uuid) from public;
grant execute on function access.contract_holder(uuid) to hub_partner, hub_system;
