-- Runs with the rights of its owner, which sees both rows, because undoing a merge writes attendances too.
create or replace function access.not_before_birth_at_forum() returns trigger language plpgsql security definer
  set search_path = public, pg_temp
as $$
begin
  if exists (
    select from forum f, beneficiary b
    where f.id = new.forum_id and b.id = new.beneficiary_id and f.held_on < b.birth_date)
  then
    raise exception 'a day of a person is too early' using errcode = 'HB002', column = 'forum', hint = '0';
  end if;
  return new;
end $$;

alter function access.not_before_birth_at_forum() owner to hub_access;
revoke all on function access.not_before_birth_at_forum() from public;

create or replace trigger born_at_forum before insert on attendance
  for each row execute function access.not_before_birth_at_forum();
