-- Trigger that redirects a row to the kept person when its person is being merged, or when it is written later with
-- the old id.
create or replace function merges.follow() returns trigger language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare
  kept uuid;
begin
  select b.merged_into_id into kept from beneficiary b
  where b.id = (to_jsonb(new) ->> tg_argv[0])::uuid for key share;
  if kept is null then return new; end if;
  return jsonb_populate_record(new, jsonb_build_object(tg_argv[0], kept));
end $$;

alter function merges.follow() owner to hub_merges;
revoke all on function merges.follow() from public;
