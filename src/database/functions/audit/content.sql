-- The text of an entry from which the chain's hash is computed.
create or replace function audit.content(id bigint, at timestamptz, member_id uuid, partner_id uuid, role public.member_role, via audit.disclosure_via, operation text, subjects uuid[], found int)
returns bytea language sql stable set search_path = pg_catalog, pg_temp as $$
  select convert_to(concat_ws('|', id, extract(epoch from at), member_id, partner_id, role, via, operation, array_to_string(subjects, ','), found), 'UTF8')
$$;

revoke all on function audit.content(bigint, timestamp with time zone, uuid, uuid, member_role, audit.disclosure_via, text, uuid[], integer) from public;
grant execute on function audit.content(bigint, timestamp with time zone, uuid, uuid, member_role, audit.disclosure_via, text, uuid[], integer) to hub_audit;
