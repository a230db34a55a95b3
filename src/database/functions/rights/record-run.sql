-- Records what a retention run deleted of a partner; runs at the same time are added up.
create or replace function rights.record_run(of_partner uuid, erased int, removed int) returns void language sql
begin atomic
  insert into retention_run as r (id, at, partner_id, persons_erased, rows_removed)
    values (gen_random_uuid(), now(), of_partner, erased, removed)
    on conflict (partner_id, at) do update
      set persons_erased = r.persons_erased + excluded.persons_erased, rows_removed = r.rows_removed + excluded.rows_removed;
end;

revoke all on function rights.record_run(uuid, integer, integer) from public;
grant execute on function rights.record_run(uuid, integer, integer) to hub_rights;
