-- The last contact of each partner with each of the persons, and whether the partner holds anything about the
-- person: own rows, or a sharing in force.
create or replace function rights.contacts_of(persons uuid[]) returns table (person uuid, partner_id uuid, last_on date, holds boolean)
  language sql stable
begin atomic
  select c.person, c.partner_id, max(c.day), bool_or(c.holds) from (
    select w.beneficiary_id as person, w.partner_id, w.started_on as day, true as holds from pathway w where w.beneficiary_id = any (persons)
    union all select w.beneficiary_id, s.partner_id, s.occurred_on, true
      from pathway w join step s on s.pathway_id = w.id where w.beneficiary_id = any (persons)
    union all select w.beneficiary_id, o.partner_id, o.occurred_on, true
      from pathway w join outcome o on o.pathway_id = w.id where w.beneficiary_id = any (persons)
    union all select a.beneficiary_id, a.partner_id,
        case a.status when 'HONOURED' then (a.at at time zone 'Europe/Paris')::date end, true
      from appointment a where a.beneficiary_id = any (persons)
    union all select a.beneficiary_id, a.partner_id, f.held_on, true
      from attendance a join forum f on f.id = a.forum_id where a.beneficiary_id = any (persons)
    union all select k.beneficiary_id, k.partner_id, (h.month + interval '1 month - 1 day')::date, true from clause_contract k
      left join hours_entry h on h.contract_id = k.id and h.status <> 'REJECTED' where k.beneficiary_id = any (persons)
    union all select x.beneficiary_id, x.partner_id, null, true from contact x where x.beneficiary_id = any (persons)
    union all select x.beneficiary_id, x.partner_id, null, true from criterion x where x.beneficiary_id = any (persons)
    union all select x.beneficiary_id, x.partner_id, null, true from barrier x where x.beneficiary_id = any (persons)
    union all select x.beneficiary_id, x.partner_id, null, true from objective x where x.beneficiary_id = any (persons)
    union all select x.beneficiary_id, x.partner_id, null, true from note x where x.beneficiary_id = any (persons)
    union all select r.beneficiary_id, r.to_id, r.first_contact_on, false from referral r
      where r.beneficiary_id = any (persons) and r.first_contact_on is not null
    union all select s.beneficiary_id, s.partner_id, (s.since at time zone 'Europe/Paris')::date,
        access.in_force(s.ended_at, s.until)
      from sharing s where s.beneficiary_id = any (persons)
  ) c
  group by c.person, c.partner_id
  having max(c.day) is not null;
end;

revoke all on function rights.contacts_of(uuid[]) from public;
grant execute on function rights.contacts_of(uuid[]) to hub_rights;
