import { Migration } from '@mikro-orm/migrations';

/** The id of a merged person leads to the kept one, and events say which id took which one's place. */
export class Migration20261127100002 extends Migration {
  override up(): void {
    this.addSql(events);
    this.addSql(leading);
    this.addSql(erasing);
  }
}

const events = `
alter table "event" add column "replaced" uuid null;
create index event_of_replaced on event (replaced) where replaced is not null;
alter type "webhook_topic" add value 'BENEFICIARY';
`;

const leading = `
-- The person who has the file of the one with this id: who it was merged into, if it was. Whether that person is the
-- viewer's to see is another question: policies answer it.
create function access.person_now(person uuid) returns uuid language sql stable security definer
  set search_path = public, pg_temp
begin atomic
  select coalesce((select b.merged_into_id from beneficiary b where b.id = person), person);
end;
revoke all on function access.person_now(uuid) from public;
grant execute on function access.person_now(uuid) to hub_partner;
grant create on schema access to hub_access;
alter function access.person_now(uuid) owner to hub_access;
revoke create on schema access from hub_access;
`;

const erasing = `
-- As before; an event about somebody else forgets the id that is gone.
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
grant update (replaced) on event to hub_rights;

-- As before; a file that is merged is no file, and what it held is the kept person's.
create or replace function rights.erase(person uuid, because erasure_reason) returns table (kept text, counted uuid)
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if coalesce(current_setting('app.role', true), '') <> all (array['DATA_PROTECTION_OFFICER', 'PARTNER_ADMINISTRATOR']) then
    return;
  end if;
  perform from beneficiary b
    where b.id = person and b.referent_id = access.partner_id() and b.merged_into_id is null for update;
  if not found then return; end if;
  kept := rights.kept_by_law(person);
  if kept is null then
    counted := (rights.carry_out(person, access.partner_id(), because)).counted;
  end if;
  return next;
end $$;
`;
