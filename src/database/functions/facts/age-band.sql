-- The age band of a person on a day.
create or replace function facts.age_band(born date, on_day date) returns text language sql immutable
  return case
    when born is null then 'UNKNOWN'
    when on_day < born + interval '18 years' then 'UNDER_18'
    when on_day < born + interval '26 years' then 'FROM_18_TO_25'
    when on_day < born + interval '45 years' then 'FROM_26_TO_44'
    when on_day < born + interval '55 years' then 'FROM_45_TO_54'
    else 'FROM_55' end;

revoke all on function facts.age_band(date, date) from public;
grant execute on function facts.age_band(date, date) to hub_facts;
