-- Forgets a person and rows that are gone in events, idempotency keys and lists of jobs: nobody is told of them, nor gets
-- them as the result of a repeated command. An event about somebody else loses the id that is gone. In PL/pgSQL, because
-- the tables of jobs are made after the migrations.
create or replace function rights.forget(gone uuid[]) returns void language plpgsql set search_path = public, pg_temp
as $$
begin
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
