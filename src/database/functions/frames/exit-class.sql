-- The class of an outcome by the frame in force on its day; null when the outcome is not an exit of any class.
create or replace function frames.exit_class(situation outcome_situation, months int, on_day date) returns exit_class
  language sql stable
  return (select case when exit_class.months > f.durable_over_months
      then coalesce(r.class_when_long, r.class) else r.class end
    from exit_frame f join exit_frame_rule r on r.frame_version = f.version
    where f.version = frames.exit_version(exit_class.on_day) and r.situation = exit_class.situation);

revoke all on function frames.exit_class(outcome_situation, integer, date) from public;
grant execute on function frames.exit_class(outcome_situation, integer, date) to hub_facts, hub_partner;
