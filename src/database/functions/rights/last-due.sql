-- The latest last contact with which a retention period may end by the day. Three days more than the period, because
-- the same day of a shorter month may be up to three days earlier.
create or replace function rights.last_due(day date) returns date language sql stable
begin atomic
  select (day - make_interval(months => r.months))::date + 3 from rights.retention_rule r;
end;

revoke all on function rights.last_due(date) from public;
grant execute on function rights.last_due(date) to hub_rights;
