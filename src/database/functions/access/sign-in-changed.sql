-- Triggers that notify the processes of the hub when a membership or a session changes: they remember both for a moment.
create or replace function access.sign_in_changed() returns trigger language plpgsql as $$
begin
  notify hub_sign_in;
  return null;
end $$;

revoke all on function access.sign_in_changed() from public;

create or replace trigger sign_in_changed after insert or update or delete on member
  for each statement execute function access.sign_in_changed();
create or replace trigger sign_in_changed after delete or update of member_id on session
  for each statement execute function access.sign_in_changed();
