-- Rewrites only the search keys of the person's own name, because a merge may have added others. All keys have the name
-- by which lists order the person.
create or replace function merges.write_name_keys() returns trigger language plpgsql security definer
  set search_path = public, pg_temp
as $$
begin
  if tg_op = 'UPDATE' then
    delete from name_key where beneficiary_id = old.id and key in (select access.name_keys(old.sort_name, old.call_name));
  end if;
  insert into name_key (beneficiary_id, key) select new.id, access.name_keys(new.sort_name, new.call_name)
  on conflict do nothing;
  update name_key set sort_name = new.sort_name where beneficiary_id = new.id and sort_name <> new.sort_name;
  return null;
end $$;

alter function merges.write_name_keys() owner to hub_merges;
revoke all on function merges.write_name_keys() from public;

create or replace trigger name_keys_follow after insert or update of sort_name, call_name on beneficiary
  for each row execute function merges.write_name_keys();
