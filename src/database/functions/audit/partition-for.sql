-- Creates the partition of the month if it does not exist.
create or replace function audit.partition_for(moment timestamptz) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  first timestamp := date_trunc('month', moment at time zone 'UTC');
  name text := 'entry_' || to_char(first, 'YYYY_MM');
begin
  if to_regclass('audit.' || name) is not null then return; end if;
  execute format('create table audit.%I partition of audit.entry for values from (%L) to (%L)', name,
    first at time zone 'UTC', (first + interval '1 month') at time zone 'UTC');
  execute format('alter table audit.%I enable row level security', name);
  execute format('alter table audit.%I force row level security', name);
  execute format('create policy audit on audit.%I to hub_audit using (true) with check (true)', name);
  execute format('create trigger refuse_truncate before truncate on audit.%I for each statement execute function audit.refuse()', name);
end $$;

revoke all on function audit.partition_for(timestamp with time zone) from public;
grant execute on function audit.partition_for(timestamp with time zone) to hub_audit;
