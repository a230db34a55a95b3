-- Deletes the files of some persons whose retention period has ended; returns the number of persons. Data that the
-- law requires to keep stays until it is no longer required.
create or replace function rights.expire(most int) returns int language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  person uuid;
  referent uuid;
  of_partner uuid;
  persons int := 0;
begin
  -- One run at a time, over all processes.
  perform from rights.retention_rule r where r.in_force for update skip locked;
  if not found then return 0; end if;
  for person in
    select f.person from rights.files_of(array(
      -- Among these is every person to erase: the referent always holds something, its sharing.
      select c.person from rights.all_files() c
      where c.last_on <= (select rights.last_due(rights.today())) and c.holds and c.due_on <= rights.today())) f
    where f.due_on <= rights.today()
    group by f.person
    having bool_or(f.erases) and rights.kept_by_law(f.person) is null
      or bool_or(f.held and rights.kept_by_law(f.person, f.partner_id) is null)
    limit most
  loop
    select b.referent_id into referent from beneficiary b where b.id = person for update skip locked;
    continue when not found;
    -- Checked again under the lock, because the person may have had a new contact meanwhile.
    if rights.kept_by_law(person) is null
      and exists (select from rights.files(person) f where f.erases and f.due_on <= rights.today())
    then
      perform rights.record_run(referent, 1, (rights.carry_out(person, referent, 'RETENTION')).removed);
    else
      for of_partner in
        select f.partner_id from rights.files(person) f
        where f.held and f.due_on <= rights.today() and rights.kept_by_law(person, f.partner_id) is null
      loop
        perform rights.record_run(of_partner, 0, rights.end_file(of_partner, person));
      end loop;
    end if;
    persons := persons + 1;
  end loop;
  return persons;
end $$;

alter function rights.expire(integer) owner to hub_rights;
revoke all on function rights.expire(integer) from public;
grant execute on function rights.expire(integer) to hub_retention;
