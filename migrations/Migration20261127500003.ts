import { Migration } from '@mikro-orm/migrations';

/** What is due of a partner is computed of all its persons together: one by one it took seconds. */
export class Migration20261127500003 extends Migration {
  override up(): void {
    this.addSql(contacts);
    this.addSql(files);
    this.addSql(due);
    this.addSql(rights);
  }
}

const persons = 'beneficiary_id = any (persons)';

const contacts = `
-- The last contact of each partner with each of the persons, and whether the partner has something about the person:
-- rows of its own, or a sharing in force.
create function rights.contacts_of(persons uuid[]) returns table (person uuid, partner_id uuid, last_on date, holds boolean)
  language sql stable
begin atomic
  select c.person, c.partner_id, max(c.day), bool_or(c.holds) from (
    select w.beneficiary_id as person, w.partner_id, w.started_on as day, true as holds from pathway w where w.${persons}
    union all select w.beneficiary_id, s.partner_id, s.occurred_on, true
      from pathway w join step s on s.pathway_id = w.id where w.${persons}
    union all select w.beneficiary_id, o.partner_id, o.occurred_on, true
      from pathway w join outcome o on o.pathway_id = w.id where w.${persons}
    union all select a.beneficiary_id, a.partner_id,
        case a.status when 'HONOURED' then (a.at at time zone 'Europe/Paris')::date end, true
      from appointment a where a.${persons}
    union all select a.beneficiary_id, a.partner_id, f.held_on, true
      from attendance a join forum f on f.id = a.forum_id where a.${persons}
    union all select k.beneficiary_id, k.partner_id, (h.month + interval '1 month - 1 day')::date, true from clause_contract k
      left join hours_entry h on h.contract_id = k.id and h.status <> 'REJECTED' where k.${persons}
    union all select x.beneficiary_id, x.partner_id, null, true from contact x where x.${persons}
    union all select x.beneficiary_id, x.partner_id, null, true from criterion x where x.${persons}
    union all select x.beneficiary_id, x.partner_id, null, true from barrier x where x.${persons}
    union all select x.beneficiary_id, x.partner_id, null, true from objective x where x.${persons}
    union all select x.beneficiary_id, x.partner_id, null, true from note x where x.${persons}
    union all select r.beneficiary_id, r.to_id, r.first_contact_on, false from referral r
      where r.${persons} and r.first_contact_on is not null
    union all select s.beneficiary_id, s.partner_id, (s.since at time zone 'Europe/Paris')::date,
        s.ended_at is null and (s.until is null or s.until > now())
      from sharing s where s.${persons}
  ) c
  group by c.person, c.partner_id
  having max(c.day) is not null;
end;

create or replace function rights.contacts(person uuid) returns table (partner_id uuid, last_on date, holds boolean)
  language sql stable
begin atomic
  select c.partner_id, c.last_on, c.holds from rights.contacts_of(array[person]) c;
end;
`;

const files = `
-- Each partner's file on each of the persons: when its time is over, 30 days after the notice at the earliest; whether
-- the person is erased then, because no other partner's time is longer; and whether the partner has something to lose.
create function rights.files_of(persons uuid[])
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

create or replace function rights.files(person uuid)
  returns table (partner_id uuid, last_on date, due_on date, erases boolean, told_at timestamptz, held boolean)
  language sql stable
begin atomic
  select f.partner_id, f.last_on, f.due_on, f.erases, f.told_at, f.held from rights.files_of(array[person]) f;
end;
`;

const protects = `(select current_setting('app.role', true)) = any (array['DATA_PROTECTION_OFFICER', 'PARTNER_ADMINISTRATOR'])`;

const due = `
create or replace function rights.due()
  returns table (id uuid, partner_id uuid, last_contact_on date, due_on date, erases_person boolean, told_at timestamptz, kept_by_law text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select f.person, f.partner_id, f.last_on, f.due_on, f.erases, f.told_at,
    rights.kept_by_law(f.person, case when not f.erases then f.partner_id end)
  from rights.files_of(array(
    select distinct s.beneficiary_id from sharing s where s.partner_id = access.partner_id() and ${protects})) f
  where f.partner_id = access.partner_id() and f.held;
end;
`;

const rights = `
revoke all on function rights.contacts_of(uuid[]), rights.files_of(uuid[]) from public;
grant execute on function rights.contacts_of(uuid[]), rights.files_of(uuid[]) to hub_rights;
`;
