-- Recomputes a part of a period's facts; returns false when another process is doing so. Each part is one statement
-- in its own transaction, with a long read and a short write, because a transaction that has written holds back all
-- events.
create or replace function facts.rebuild(p int, part text, seen pg_snapshot) returns boolean language plpgsql
  security definer set search_path = public, pg_temp set work_mem = '64MB' set jit = off as $$
declare span facts.period;
begin
  if not pg_try_advisory_xact_lock(4820224, p) then return false; end if;
  select * into span from facts.period where id = p;
  case part
    when 'CELLS' then perform facts.rebuild_cells(p, span."from", span.until);
    when 'ANSWERS' then perform facts.rebuild_answers(p, span."from", span.until);
    when 'INDICATORS' then perform facts.rebuild_indicators(p, span."from", span.until, span.grain = 'YEAR');
    when 'BUILT' then update facts.period set built_at = clock_timestamp(), seen = rebuild.seen where id = p;
  end case;
  return true;
end $$;

alter function facts.rebuild(integer, text, pg_snapshot) owner to hub_facts;
revoke all on function facts.rebuild(integer, text, pg_snapshot) from public;
grant execute on function facts.rebuild(integer, text, pg_snapshot) to hub_system;
