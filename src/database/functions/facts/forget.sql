-- Deletes the recorded changes that all periods include.
create or replace function facts.forget() returns void language sql
  security definer set search_path = public, pg_temp
begin atomic
  delete from facts.touched t where not exists (
    select from facts.period p where p.seen is null or not pg_visible_in_snapshot(t.xid, p.seen));
end;

alter function facts.forget() owner to hub_facts;
revoke all on function facts.forget() from public;
grant execute on function facts.forget() to hub_system;
