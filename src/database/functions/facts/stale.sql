-- The periods to recompute, each with the snapshot that a recomputation would include: periods whose rows have
-- changed; once a day all periods, because waiting times grow; and all periods after a restore.
create or replace function facts.stale() returns table (period_id int, seen pg_snapshot) language sql stable
  security definer set search_path = public, pg_temp
begin atomic
  select p.id, pg_current_snapshot()
  from facts.period p
  where p.seen is null or (p.built_at at time zone 'Europe/Paris')::date < facts.today()
    or pg_snapshot_xmax(p.seen) > pg_snapshot_xmax(pg_current_snapshot())
    or exists (select from facts.touched t where t."from" < p.until and t.until >= p."from"
      and not pg_visible_in_snapshot(t.xid, p.seen))
  order by p.until - p."from", p."from" desc;
end;

alter function facts.stale() owner to hub_facts;
revoke all on function facts.stale() from public;
grant execute on function facts.stale() to hub_system;
