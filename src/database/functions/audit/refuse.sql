-- Trigger that refuses any change of recorded entries of the audit.
create or replace function audit.refuse() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'entries of the audit are never changed' using errcode = '42501';
end $$;

revoke all on function audit.refuse() from public;
grant execute on function audit.refuse() to hub_audit;

create or replace trigger refuse before update or delete on audit.entry for each row execute function audit.refuse();

create or replace trigger refuse_truncate before truncate on audit.entry for each statement execute function audit.refuse();

create or replace trigger refuse_truncate before truncate on audit.subject for each statement execute function audit.refuse();

create or replace trigger refuse before update or delete on audit.subject_change for each row execute function audit.refuse();

create or replace trigger refuse_truncate before truncate on audit.subject_change for each statement execute function audit.refuse();
