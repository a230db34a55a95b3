import { Migration } from '@mikro-orm/migrations';

/** Telephone numbers and e-mail addresses in one form each; no date of a person is before their birth. */
export class Migration20261127500001 extends Migration {
  override up(): void {
    this.addSql(contacts);
    this.addSql(births);
  }
}

/** Overseas numbers are told by their first digits; of two contacts that are the same now, the first one stays. */
const contacts = `
alter table member no force row level security;
update member set email = lower(email) where email <> lower(email);
alter table member force row level security;

alter table contact no force row level security;
update contact set value = lower(value) where kind = 'EMAIL' and value <> lower(value);
update contact set value = case
    when value ~ '^0(262|263|269|639|692|693)' then '+262'
    when value ~ '^0(590|690|691)' then '+590'
    when value ~ '^0(594|694)' then '+594'
    when value ~ '^0(596|696|697)' then '+596'
    else '+33' end || substr(value, 2)
  where kind = 'PHONE' and value ~ '^0[1-9]';
update contact set value = '', removed_at = now()
  where removed_at is null and exists (
    select from contact other where other.beneficiary_id = contact.beneficiary_id and other.kind = contact.kind
      and other.value = contact.value and other.removed_at is null
      and (other.created_at, other.id) < (contact.created_at, contact.id));
alter table contact force row level security;
`;

/**
 * A day in one of the columns that are named is not before the person's birth, or so many years after it as
 * the column's name is followed by. Existing rows stay; a merge may bring a person with another birth date.
 */
const births = `
create function access.not_before_birth() returns trigger language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare
  row jsonb := to_jsonb(new);
  born date;
  rule text;
  name text;
  years int;
begin
  if tg_table_name = 'beneficiary' then
    born := (row ->> 'birth_date')::date;
  else
    select b.birth_date into born from beneficiary b where b.id = (row ->> 'beneficiary_id')::uuid;
  end if;
  foreach rule in array tg_argv loop
    name := split_part(rule, ' ', 1);
    years := coalesce(nullif(split_part(rule, ' ', 2), ''), '0')::int;
    if ((row ->> name)::timestamptz at time zone 'Europe/Paris')::date < (born + make_interval(years => years))::date then
      raise exception 'a day of a person is too early' using errcode = 'HB002', column = name, hint = years::text;
    end if;
  end loop;
  return new;
end $$;
revoke all on function access.not_before_birth() from public;
grant execute on function access.not_before_birth() to current_user;
grant create on schema access to hub_access;
alter function access.not_before_birth() owner to hub_access;
revoke create on schema access from hub_access;

create trigger born_beneficiary before insert or update of informed_on on beneficiary
  for each row execute function access.not_before_birth('informed_on');
create trigger born_sharing before insert or update of agreed_on on sharing
  for each row execute function access.not_before_birth('agreed_on');
create trigger born_pathway before insert or update of started_on, closed_on on pathway
  for each row execute function access.not_before_birth('started_on', 'closed_on');
create trigger born_step before insert or update of occurred_on on step
  for each row execute function access.not_before_birth('occurred_on');
create trigger born_criterion before insert or update of since, until on criterion
  for each row execute function access.not_before_birth('since', 'until');
create trigger born_objective before insert or update of due_on on objective
  for each row execute function access.not_before_birth('due_on');
create trigger born_appointment before insert or update of at on appointment
  for each row execute function access.not_before_birth('at');
create trigger born_outcome before insert or update of occurred_on, followed_up_on on outcome
  for each row execute function access.not_before_birth('occurred_on', 'followed_up_on');
create trigger born_contract before insert or update of starts_on, ends_on on clause_contract
  for each row execute function access.not_before_birth('starts_on 16', 'ends_on');
create trigger born_attendance before insert or update of agreed_on on attendance
  for each row execute function access.not_before_birth('agreed_on');
create trigger born_referral before insert or update of first_contact_on on referral
  for each row execute function access.not_before_birth('first_contact_on');
create trigger born_link_request before insert or update of agreed_on on link_request
  for each row execute function access.not_before_birth('agreed_on');
`;
