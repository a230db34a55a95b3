-- The number of groups of persons whose contribution has changed: at most the number of persons whose contribution
-- has changed.
create or replace function facts.changed(old jsonb, new jsonb) returns bigint language sql immutable
  return (select count(*) from jsonb_each(old) o full join jsonb_each(new) n using (key)
    where o.value is distinct from n.value);

revoke all on function facts.changed(jsonb, jsonb) from public;
grant execute on function facts.changed(jsonb, jsonb) to hub_facts;
