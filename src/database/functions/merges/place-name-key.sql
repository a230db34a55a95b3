-- Completes a search key: the name by which lists order its person, and its first letters.
create or replace function merges.place_name_key() returns trigger language plpgsql security definer
  set search_path = public, pg_temp
as $$
begin
  select b.sort_name into new.sort_name from beneficiary b where b.id = new.beneficiary_id;
  new.initial := left(new.key, 1);
  new.start := left(new.key, 3);
  return new;
end $$;

alter function merges.place_name_key() owner to hub_merges;
revoke all on function merges.place_name_key() from public;

-- Runs after the trigger by which rows of a merged person follow it.
create or replace trigger name_keys_placed before insert or update of beneficiary_id, key on name_key
  for each row execute function merges.place_name_key();
