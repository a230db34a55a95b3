-- Trigger that keeps the table last_contact, when a row is written, moved to another person by a merge, or deleted.
create or replace function rights.follow_contact() returns trigger language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare
  before last_contact;
  after last_contact;
begin
  if tg_op <> 'INSERT' then before := rights.contact_of(old); end if;
  if tg_op <> 'DELETE' then after := rights.contact_of(new); end if;
  if before is not distinct from after then return null; end if;
  if before.beneficiary_id is not null then
    -- Locked first, so that the rows are read after other transactions have written theirs.
    perform from last_contact c
      where c.beneficiary_id = before.beneficiary_id and c.partner_id = before.partner_id for update;
    before := rights.contact_in_rows(before.beneficiary_id, before.partner_id);
    update last_contact c set last_on = before.last_on, held_until = before.held_until
      where c.beneficiary_id = before.beneficiary_id and c.partner_id = before.partner_id
        and (c.last_on, c.held_until) is distinct from (before.last_on, before.held_until);
    delete from last_contact c
      where c.beneficiary_id = before.beneficiary_id and c.partner_id = before.partner_id
        and c.last_on is null and c.held_until is null;
  end if;
  if after.beneficiary_id is not null and (after.last_on is not null or after.held_until is not null) then
    insert into last_contact as c select after.*
      on conflict (beneficiary_id, partner_id) do update
        set last_on = greatest(c.last_on, excluded.last_on), held_until = greatest(c.held_until, excluded.held_until)
        where (c.last_on, c.held_until)
          is distinct from (greatest(c.last_on, excluded.last_on), greatest(c.held_until, excluded.held_until));
  end if;
  return null;
end $$;

alter function rights.follow_contact() owner to hub_rights;
revoke all on function rights.follow_contact() from public;

create or replace trigger contact_followed after insert or delete or update of beneficiary_id, partner_id, started_on on pathway
  for each row execute function rights.follow_contact();

create or replace trigger contact_followed after insert or delete or update of beneficiary_id, partner_id, occurred_on on step
  for each row execute function rights.follow_contact();

create or replace trigger contact_followed after insert or delete or update of beneficiary_id, partner_id, occurred_on on outcome
  for each row execute function rights.follow_contact();

create or replace trigger contact_followed after insert or delete or update of beneficiary_id, partner_id, status, at on appointment
  for each row execute function rights.follow_contact();

create or replace trigger contact_followed after insert or delete or update of beneficiary_id, partner_id, forum_id on attendance
  for each row execute function rights.follow_contact();

create or replace trigger contact_followed after insert or delete or update of beneficiary_id, partner_id on clause_contract
  for each row execute function rights.follow_contact();

create or replace trigger contact_followed after insert or delete or update of contract_id, month, status on hours_entry
  for each row execute function rights.follow_contact();

create or replace trigger contact_followed after insert or delete or update of beneficiary_id, partner_id on contact
  for each row execute function rights.follow_contact();

create or replace trigger contact_followed after insert or delete or update of beneficiary_id, partner_id on criterion
  for each row execute function rights.follow_contact();

create or replace trigger contact_followed after insert or delete or update of beneficiary_id, partner_id on barrier
  for each row execute function rights.follow_contact();

create or replace trigger contact_followed after insert or delete or update of beneficiary_id, partner_id on objective
  for each row execute function rights.follow_contact();

create or replace trigger contact_followed after insert or delete or update of beneficiary_id, partner_id on note
  for each row execute function rights.follow_contact();

create or replace trigger contact_followed after insert or delete or update of beneficiary_id, to_id, first_contact_on on referral
  for each row execute function rights.follow_contact();

create or replace trigger contact_followed after insert or delete or update of beneficiary_id, partner_id, since, until, ended_at on sharing
  for each row execute function rights.follow_contact();
