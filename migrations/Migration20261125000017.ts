import { Migration } from '@mikro-orm/migrations';

/** Erasure reaches the jobs that wait, or have been done, about a person's referrals. */
export class Migration20261125000017 extends Migration {
  override up(): void {
    this.addSql(`
-- As before, and in the lists of jobs. In PL/pgSQL: the tables of jobs are made after all migrations have run.
create or replace function rights.forget(gone uuid[]) returns void language plpgsql set search_path = public, pg_temp
as $$
begin
  delete from event e where e.subject = any (gone);
  delete from idempotency_key k where exists (
    select from unnest(gone) it where position(it::text in k.outcome::text) > 0);
  update jobs.job j set data = jsonb_set(j.data, '{referrals}', (
      select coalesce(jsonb_agg(it), '[]') from jsonb_array_elements_text(j.data -> 'referrals') it
      where it <> all (gone::text[])))
    where j.data -> 'referrals' ?| gone::text[];
end $$;
`);
  }
}
