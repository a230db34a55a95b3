-- Appends a change of a pseudonym to the chain; without a commitment, its removal.
create or replace function audit.record_change(of_pseudonym uuid, committed bytea) returns void language plpgsql
  set search_path = public, pg_temp as $$
declare
  tip audit.subject_head;
  moment timestamptz(3);
  before bytea;
begin
  select * into strict tip from audit.subject_head for update;
  moment := clock_timestamp();
  tip.id := tip.id + 1;
  before := tip.hash;
  tip.hash := sha256(before || audit.change_content(tip.id, moment, of_pseudonym, committed));
  insert into audit.subject_change values (tip.id, moment, of_pseudonym, committed, before, tip.hash);
  update audit.subject_head set id = tip.id, hash = tip.hash;
end $$;

revoke all on function audit.record_change(uuid, bytea) from public;
grant execute on function audit.record_change(uuid, bytea) to hub_audit;
