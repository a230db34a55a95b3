-- Marks sharings that expired more than a day ago, so that the index of the sharings of a partner leaves them out; returns
-- their number. A day, so that a clock that is set back by less changes no count. Skips rows that another process marks.
create or replace function rights.lapse(most int) returns bigint language sql security definer set search_path = public, pg_temp
begin atomic
  with due as materialized (
    select s.id from sharing s
    where s.ended_at is null and not s.lapsed and s.until < now() - interval '1 day'
    order by s.until limit lapse.most for update skip locked
  ), done as (
    update sharing s set lapsed = true from due where s.id = due.id returning s.id
  )
  select count(*) from done;
end;

alter function rights.lapse(integer) owner to hub_rights;
revoke all on function rights.lapse(integer) from public;
grant execute on function rights.lapse(integer) to hub_system;
