-- The epoch of event cursors. Another server, another timeline, another database or an event table recreated by a
-- restore is another epoch, in which the positions of the cursors are meaningless.
create or replace function access.epoch() returns text language sql stable
  return (select md5(concat_ws('/', s.system_identifier, c.timeline_id, d.oid, 'public.event'::regclass::oid))
    from pg_control_system() s, pg_control_checkpoint() c, pg_database d where d.datname = current_database());

revoke all on function access.epoch() from public;
grant execute on function access.epoch() to hub_access, hub_partner, hub_system;
