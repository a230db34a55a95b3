-- Trigger that records the days that the rows of a statement concern. It only inserts, so writers never wait for one
-- another.
create or replace function facts.touch() returns trigger language plpgsql
  security definer set search_path = public, pg_temp as $$
declare
  begins text := tg_argv[0];
  ends text := tg_argv[1];
  changed text := case tg_op when 'INSERT' then 'select * from come' when 'DELETE' then 'select * from gone'
    else 'select * from come union all select * from gone' end;
begin
  execute format('insert into facts.touched ("from", until)
    select min(%s), max(%s) from (%s) changed having count(*) > 0', begins, ends, changed);
  return null;
end $$;

alter function facts.touch() owner to hub_facts;
revoke all on function facts.touch() from public;
grant execute on function facts.touch() to hub_partner, hub_system;

do $$
declare
  source record;
begin
  for source in select * from (values
    ('pathway', 'started_on', $x$coalesce(closed_on, 'infinity')$x$),
    ('referral', '(coalesce(sent_at, created_at) - interval ''1 day'')::date', '(coalesce(sent_at, created_at) + interval ''1 day'')::date'),
    ('outcome', 'occurred_on', 'occurred_on'),
    ('clause_contract', 'starts_on', $x$coalesce(ends_on, 'infinity')$x$),
    ('hours_entry', 'month', 'month'),
    ('lot', 'starts_on', 'ends_on'),
    ('attendance', '(select held_on from forum where id = forum_id)', '(select held_on from forum where id = forum_id)'),
    ('forum', 'held_on', 'held_on'),
    ('beneficiary', $x$'-infinity'::date$x$, $x$'infinity'::date$x$),
    ('exit_frame', $x$'-infinity'::date$x$, $x$'infinity'::date$x$),
    ('exit_frame_rule', $x$'-infinity'::date$x$, $x$'infinity'::date$x$)
  ) s(name, begins, ends) loop
    -- A new person without other rows is not counted in any fact.
    if source.name <> 'beneficiary' then
      execute format('create or replace trigger facts_added after insert on %I referencing new table as come
        for each statement execute function facts.touch(%L, %L)', source.name, source.begins, source.ends);
    end if;
    execute format('create or replace trigger facts_changed after update on %I referencing new table as come old table as gone
      for each statement execute function facts.touch(%L, %L)', source.name, source.begins, source.ends);
    execute format('create or replace trigger facts_removed after delete on %I referencing old table as gone
      for each statement execute function facts.touch(%L, %L)', source.name, source.begins, source.ends);
  end loop;
end $$;
