-- The text of a change of a pseudonym from which the chain's hash is computed.
create or replace function audit.change_content(id bigint, at timestamptz, pseudonym uuid, commitment bytea) returns bytea
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select convert_to(concat_ws('|', id, extract(epoch from at), pseudonym, encode(commitment, 'hex')), 'UTF8')
$$;

revoke all on function audit.change_content(bigint, timestamp with time zone, uuid, bytea) from public;
grant execute on function audit.change_content(bigint, timestamp with time zone, uuid, bytea) to hub_audit;
