-- Refuses a date before the person’s birth, or before the age in an argument such as `starts_on 16`. The error HB002
-- has the column's name, and the age as its hint.
create or replace function access.not_before_birth() returns trigger language plpgsql security definer
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

alter function access.not_before_birth() owner to hub_access;
revoke all on function access.not_before_birth() from public;

create or replace trigger born_beneficiary before insert or update of informed_on on beneficiary
  for each row execute function access.not_before_birth('informed_on');

create or replace trigger born_sharing before insert or update of agreed_on on sharing
  for each row execute function access.not_before_birth('agreed_on');

create or replace trigger born_pathway before insert or update of started_on, closed_on on pathway
  for each row execute function access.not_before_birth('started_on', 'closed_on');

create or replace trigger born_step before insert or update of occurred_on on step
  for each row execute function access.not_before_birth('occurred_on');

create or replace trigger born_criterion before insert or update of since, until on criterion
  for each row execute function access.not_before_birth('since', 'until');

create or replace trigger born_objective before insert or update of due_on on objective
  for each row execute function access.not_before_birth('due_on');

create or replace trigger born_appointment before insert or update of at on appointment
  for each row execute function access.not_before_birth('at');

create or replace trigger born_outcome before insert or update of occurred_on, followed_up_on on outcome
  for each row execute function access.not_before_birth('occurred_on', 'followed_up_on');

create or replace trigger born_contract before insert or update of starts_on, ends_on on clause_contract
  for each row execute function access.not_before_birth('starts_on 16', 'ends_on');

create or replace trigger born_attendance before insert or update of agreed_on on attendance
  for each row execute function access.not_before_birth('agreed_on');

create or replace trigger born_referral before insert or update of first_contact_on on referral
  for each row execute function access.not_before_birth('first_contact_on');

create or replace trigger born_link_request before insert or update of agreed_on on link_request
  for each row execute function access.not_before_birth('agreed_on');
