-- Trigger, deferred to the end of the transaction: no lock is taken after that of the chain's head, so no deadlock
-- can occur.
create or replace function audit.record_subject() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if tg_op <> 'DELETE' then
    perform audit.record_change(new.pseudonym, audit.commitment(new.pseudonym, new.salt, new.beneficiary_id));
  elsif exists (select from beneficiary b where b.id = old.beneficiary_id) then
    raise exception 'a pseudonym goes with its person' using errcode = '42501';
  else
    perform audit.record_change(old.pseudonym, null);
  end if;
  return null;
end $$;

alter function audit.record_subject() owner to hub_audit;
revoke all on function audit.record_subject() from public;

drop trigger if exists record on audit.subject;
create constraint trigger record after insert or update or delete on audit.subject
  deferrable initially deferred for each row execute function audit.record_subject();
