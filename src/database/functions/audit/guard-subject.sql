-- Trigger that allows changes of pseudonyms only to the given roles: pseudonyms are created with entries and changed
-- by merges.
create or replace function audit.guard_subject() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if current_user = any (tg_argv) then return new; end if;
  raise exception 'pseudonyms are changed by the hub alone' using errcode = '42501';
end $$;

revoke all on function audit.guard_subject() from public;

create or replace trigger guard_insert before insert on audit.subject for each row execute function audit.guard_subject('hub_audit');

create or replace trigger guard_update before update on audit.subject for each row execute function audit.guard_subject('hub_merges');
