-- Carries out a new row of merge, child rows first. Returns null when done, otherwise the table whose rows prevent
-- the merge, or beneficiary when the viewer may not merge these persons. The caller then rolls back.
create or replace function merges.carry_out(merge uuid) returns text language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare
  this merge;
  place record;
  found record;
  moved jsonb;
begin
  select * into this from merge m
  where m.id = carry_out.merge and m.merged_by_id = access.member_id() and m.undone_at is null
    and not exists (select from merges.merged_row r where r.merge_id = m.id);
  if this.id is null or not access.reads_files() or not merges.lock_persons(this.kept_id, this.duplicate_id, null) then
    return 'beneficiary';
  end if;
  for place in select * from merges.children_first() loop
    for found in execute format('select jsonb_object(%L, array[%s]::text[]) as key, to_jsonb(t) as row from %s t where t.%I = $1 for update',
      place.key, merges.columns('t', place.key), place."table", place."column") using this.duplicate_id
    loop
      begin
        execute format('update %1$s t set %2$I = $1 from jsonb_populate_record(null::%1$s, $2) k where (%3$s) = (%4$s) returning jsonb_object(%5$L, array[%3$s]::text[])',
          place."table", place."column", merges.columns('t', place.key), merges.columns('k', place.key), place.key)
          into moved using this.kept_id, found.key;
        insert into merges.merged_row values (this.id, place."table", place."column", moved, null);
      exception when unique_violation or exclusion_violation then
        -- Two open pathways are different work and prevent the merge; any other conflicting row is a duplicate.
        if place."table" = 'public.pathway' then return place."table"; end if;
        begin
          execute format('delete from %1$s t using jsonb_populate_record(null::%1$s, $1) k where (%2$s) = (%3$s)',
            place."table", merges.columns('t', place.key), merges.columns('k', place.key)) using found.key;
        exception when foreign_key_violation then
          return place."table";
        end;
        insert into merges.merged_row values (this.id, place."table", place."column", found.key, found.row);
      end;
    end loop;
  end loop;
  update beneficiary set merged_into_id = this.kept_id where id = this.duplicate_id;
  return null;
end $$;

alter function merges.carry_out(uuid) owner to hub_merges;
revoke all on function merges.carry_out(uuid) from public;
grant execute on function merges.carry_out(uuid) to hub_partner;
