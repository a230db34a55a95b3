import { Migration } from '@mikro-orm/migrations';

/** What law keeps is computed of all persons at once, as their contacts are: one by one it was half of the time. */
export class Migration20261127700001 extends Migration {
  override up(): void {
    this.addSql(kept);
    this.addSql(due);
    this.addSql(rights);
  }
}

const kept = `
-- What law keeps of each of the persons by the contracts of each partner. Of two reasons the least is said.
create function rights.kept_of(persons uuid[]) returns table (person uuid, partner_id uuid, kept text) language sql stable
begin atomic
  select c.beneficiary_id, c.partner_id, 'CONTRACT' from clause_contract c
  where c.beneficiary_id = any (persons) and (c.ends_on is null or c.ends_on >= rights.today())
  union all
  select c.beneficiary_id, c.partner_id, 'HOURS' from clause_contract c
  where c.beneficiary_id = any (persons) and exists (select from hours_entry h
    where h.contract_id = c.id and h.status = 'VALIDATED'
      and (h.decided_at at time zone 'Europe/Paris') >= date_trunc('year', now() at time zone 'Europe/Paris'));
end;

create or replace function rights.kept_by_law(person uuid, of_partner uuid) returns text language sql stable
  set search_path = public, pg_temp
begin atomic
  select min(k.kept) from rights.kept_of(array[person]) k where of_partner is null or k.partner_id = of_partner;
end;
`;

const protects = `(select current_setting('app.role', true)) = any (array['DATA_PROTECTION_OFFICER', 'PARTNER_ADMINISTRATOR'])`;

const due = `
create or replace function rights.due()
  returns table (id uuid, partner_id uuid, last_contact_on date, due_on date, erases_person boolean, told_at timestamptz, kept_by_law text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  with me as materialized (
    select access.partner_id() as id
  ), persons as materialized (
    select array_agg(distinct s.beneficiary_id) as ids from me join sharing s on s.partner_id = me.id where ${protects}
  ), kept as materialized (
    select k.person, min(k.kept) as by_any, min(k.kept) filter (where k.partner_id = me.id) as by_mine
    from me cross join persons p cross join lateral rights.kept_of(p.ids) k group by k.person
  )
  select f.person, f.partner_id, f.last_on, f.due_on, f.erases, f.told_at, case when f.erases then k.by_any else k.by_mine end
  from me cross join persons p cross join lateral rights.files_of(p.ids) f
  left join kept k on k.person = f.person
  where f.partner_id = me.id and f.held;
end;
`;

const rights = `
revoke all on function rights.kept_of(uuid[]) from public;
grant execute on function rights.kept_of(uuid[]) to hub_rights;
`;
