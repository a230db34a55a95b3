-- A commitment of a pseudonym to its person: the person cannot be derived from it without the salt.
create or replace function audit.commitment(pseudonym uuid, salt uuid, person uuid) returns bytea language sql immutable
  set search_path = pg_catalog, pg_temp as $$
  select sha256(convert_to(concat_ws('|', pseudonym, salt, person), 'UTF8'))
$$;

revoke all on function audit.commitment(uuid, uuid, uuid) from public;
grant execute on function audit.commitment(uuid, uuid, uuid) to hub_audit;
