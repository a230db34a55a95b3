-- Removes deleted persons and rows from notifications, events, idempotency keys and lists in jobs, so that no partner
-- receives an event about them and no repeated command returns them. An event about another object loses the deleted
-- id in `replaced`. In PL/pgSQL, because the job tables are created after the migrations.
create or replace function rights.forget(gone uuid[]) returns void language plpgsql set search_path = public, pg_temp
as $$
begin
  delete from notification n where n.subject = any (gone);
  delete from event e where e.subject = any (gone);
  update event e set replaced = null where e.replaced = any (gone);
  delete from idempotency_key k where exists (
    select from unnest(gone) it where position(it::text in k.outcome::text) > 0);
  update jobs.job j set data = jsonb_set(j.data, '{referrals}', (
      select coalesce(jsonb_agg(it), '[]') from jsonb_array_elements_text(j.data -> 'referrals') it
      where it <> all (gone::text[])))
    where j.data -> 'referrals' ?| gone::text[];
end $$;

revoke all on function rights.forget(uuid[]) from public;
grant execute on function rights.forget(uuid[]) to hub_rights;
