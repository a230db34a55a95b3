-- Each partner's file on each of the persons: when its retention period ends (at least 30 days after the notice);
-- whether the person is erased then, because no other partner's period is longer; and whether the partner holds
-- anything that would be deleted.
create or replace function rights.files_of(persons uuid[])
  returns table (person uuid, partner_id uuid, last_on date, due_on date, erases boolean, told_at timestamptz, held boolean)
  language sql stable
begin atomic
  select f.person, f.partner_id, f.last_on, f.due_on, f.due_on = max(f.due_on) over (partition by f.person), f.told_at, f.held
  from (
    select c.person, c.partner_id, c.last_on, k.told_at, c.holds and k.ended_at is null as held,
      greatest((c.last_on + make_interval(months => r.months))::date,
        case when c.holds then (coalesce(k.told_at, now()) at time zone 'Europe/Paris')::date + 30 end) as due_on
    from rights.retention_rule r cross join rights.contacts_of(persons) c
    left join rights.retained k
      on k.beneficiary_id = c.person and k.partner_id = c.partner_id and k.last_on = c.last_on
  ) f;
end;

revoke all on function rights.files_of(uuid[]) from public;
grant execute on function rights.files_of(uuid[]) to hub_rights;
