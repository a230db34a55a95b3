-- Drops the months whose retention period has ended and keeps the hash with which the chain continues. Returns the
-- number of dropped months.
create or replace function audit.expire(months int) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare
  old record;
  dropped int := 0;
begin
  if months < 6 then raise exception 'the audit is kept for at least 6 months' using errcode = '22023'; end if;
  perform from audit.head for update;
  for old in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'audit.entry'::regclass
      and c.relname < 'entry_' || to_char((now() at time zone 'UTC') - make_interval(months => months), 'YYYY_MM')
    order by c.relname
  loop
    execute format('insert into audit.anchor select id, hash, clock_timestamp() from audit.%I order by id desc limit 1', old.relname);
    execute format('drop table audit.%I', old.relname);
    dropped := dropped + 1;
  end loop;
  delete from audit.anchor where id < (select max(id) from audit.anchor);
  return dropped;
end $$;

alter function audit.expire(integer) owner to hub_audit;
revoke all on function audit.expire(integer) from public;
grant execute on function audit.expire(integer) to hub_retention;
