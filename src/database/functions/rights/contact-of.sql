-- What a row adds to a partner's file on a person: the day of a contact (null for a row that records none), and until when
-- the partner holds something about the person: its own row has no end, a sharing may have one, and another row holds
-- nothing (null). This is the only definition of both.
create or replace function rights.contact_of(it pathway) returns last_contact language sql stable
  return row(it.beneficiary_id, it.partner_id, it.started_on, 'infinity')::last_contact;

create or replace function rights.contact_of(it step) returns last_contact language sql stable
  return row(it.beneficiary_id, it.partner_id, it.occurred_on, 'infinity')::last_contact;

create or replace function rights.contact_of(it outcome) returns last_contact language sql stable
  return row(it.beneficiary_id, it.partner_id, it.occurred_on, 'infinity')::last_contact;

create or replace function rights.contact_of(it appointment) returns last_contact language sql stable
  return row(it.beneficiary_id, it.partner_id,
    case it.status when 'HONOURED' then (it.at at time zone 'Europe/Paris')::date end, 'infinity')::last_contact;

-- The day of a forum never changes.
create or replace function rights.contact_of(it attendance) returns last_contact language sql stable
  return row(it.beneficiary_id, it.partner_id, (select f.held_on from forum f where f.id = it.forum_id), 'infinity')::last_contact;

-- The latest month with hours, which follow the contract to another person.
create or replace function rights.contact_of(it clause_contract) returns last_contact language sql stable
  return row(it.beneficiary_id, it.partner_id, (select (max(h.month) + interval '1 month - 1 day')::date
    from hours_entry h where h.contract_id = it.id and h.status <> 'REJECTED'), 'infinity')::last_contact;

-- A contact under the contract.
create or replace function rights.contact_of(it hours_entry) returns last_contact language sql stable
  return (select row(k.beneficiary_id, k.partner_id,
      case when it.status <> 'REJECTED' then (it.month + interval '1 month - 1 day')::date end, 'infinity')::last_contact
    from clause_contract k where k.id = it.contract_id);

create or replace function rights.contact_of(it contact) returns last_contact language sql stable
  return row(it.beneficiary_id, it.partner_id, null, 'infinity')::last_contact;

create or replace function rights.contact_of(it criterion) returns last_contact language sql stable
  return row(it.beneficiary_id, it.partner_id, null, 'infinity')::last_contact;

create or replace function rights.contact_of(it barrier) returns last_contact language sql stable
  return row(it.beneficiary_id, it.partner_id, null, 'infinity')::last_contact;

create or replace function rights.contact_of(it objective) returns last_contact language sql stable
  return row(it.beneficiary_id, it.partner_id, null, 'infinity')::last_contact;

create or replace function rights.contact_of(it note) returns last_contact language sql stable
  return row(it.beneficiary_id, it.partner_id, null, 'infinity')::last_contact;

create or replace function rights.contact_of(it partner_reference) returns last_contact language sql stable
  return row(it.beneficiary_id, it.partner_id, null, 'infinity')::last_contact;

-- The receiver's first contact.
create or replace function rights.contact_of(it referral) returns last_contact language sql stable
  return row(it.beneficiary_id, it.to_id, it.first_contact_on, null)::last_contact;

create or replace function rights.contact_of(it sharing) returns last_contact language sql stable
  return row(it.beneficiary_id, it.partner_id, (it.since at time zone 'Europe/Paris')::date,
    case when it.ended_at is null then coalesce(it.until, 'infinity') end)::last_contact;

revoke all on function rights.contact_of(pathway), rights.contact_of(step), rights.contact_of(outcome),
  rights.contact_of(appointment), rights.contact_of(attendance), rights.contact_of(clause_contract),
  rights.contact_of(hours_entry), rights.contact_of(contact), rights.contact_of(criterion), rights.contact_of(barrier),
  rights.contact_of(objective), rights.contact_of(note), rights.contact_of(partner_reference), rights.contact_of(referral), rights.contact_of(sharing) from public;
grant execute on function rights.contact_of(pathway), rights.contact_of(step), rights.contact_of(outcome),
  rights.contact_of(appointment), rights.contact_of(attendance), rights.contact_of(clause_contract),
  rights.contact_of(hours_entry), rights.contact_of(contact), rights.contact_of(criterion), rights.contact_of(barrier),
  rights.contact_of(objective), rights.contact_of(note), rights.contact_of(partner_reference), rights.contact_of(referral), rights.contact_of(sharing) to hub_rights;

-- The other triggers are in follow-contact.sql, which a migration applies before this table exists.
create or replace trigger contact_followed after insert or delete or update of beneficiary_id, partner_id on partner_reference
  for each row execute function rights.follow_contact();
