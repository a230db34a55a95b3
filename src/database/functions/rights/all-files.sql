-- Each partner's file on each person: when its retention period ends (at least 30 days after the notice), whether the
-- partner holds anything about the person, and whether any of it would still be deleted. PostgreSQL inlines the function:
-- a condition of the caller on the person, the partner or the last contact is looked up in an index.
create or replace function rights.all_files()
  returns table (person uuid, partner_id uuid, last_on date, due_on date, told_at timestamptz, holds boolean, held boolean)
  language sql stable
begin atomic
  select c.beneficiary_id, c.partner_id, c.last_on,
    greatest((c.last_on + r.period)::date,
      case when c.held_until > now() then coalesce((k.told_at at time zone 'Europe/Paris')::date, r.today) + 30 end),
    k.told_at, coalesce(c.held_until > now(), false), coalesce(c.held_until > now(), false) and k.ended_at is null
  from last_contact c
  cross join (select make_interval(months => months) as period, rights.today() as today from rights.retention_rule offset 0) r
  left join rights.retained k
    on k.beneficiary_id = c.beneficiary_id and k.partner_id = c.partner_id and k.last_on = c.last_on
  where c.last_on is not null;
end;

revoke all on function rights.all_files() from public;
grant execute on function rights.all_files() to hub_partner, hub_rights;
