-- The legal reasons to keep each of the persons, by the contracts of each partner. Callers report CONTRACT before
-- HOURS.
create or replace function rights.kept_of(persons uuid[]) returns table (person uuid, partner_id uuid, kept text) language sql stable
begin atomic
  select c.beneficiary_id, c.partner_id, 'CONTRACT' from clause_contract c
  where c.beneficiary_id = any (persons) and (c.ends_on is null or c.ends_on >= rights.today())
  union all
  select c.beneficiary_id, c.partner_id, 'HOURS' from clause_contract c
  where c.beneficiary_id = any (persons) and exists (select from hours_entry h
    where h.contract_id = c.id and h.status = 'VALIDATED'
      and (h.decided_at at time zone 'Europe/Paris') >= date_trunc('year', now() at time zone 'Europe/Paris'));
end;

revoke all on function rights.kept_of(uuid[]) from public;
grant execute on function rights.kept_of(uuid[]) to hub_rights;
