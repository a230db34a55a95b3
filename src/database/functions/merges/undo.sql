-- Undoes a merge that is marked as undone: moves all rows back to the duplicate, with rows added since the merge
-- that belong to such a row. Returns null when done, otherwise the reason, as `merges.carry_out` does.
create or replace function merges.undo(merge uuid) returns text language plpgsql security definer
  set search_path = public, pg_temp
as $$
declare
  this merge;
  found merges.merged_row;
  key text[];
begin
  select * into this from merge m where m.id = undo.merge and m.undone_by_id = access.member_id();
  if this.id is null or not access.reads_files()
    or not merges.lock_persons(this.kept_id, this.duplicate_id, this.kept_id) then
    return 'beneficiary';
  end if;
  update beneficiary set merged_into_id = null where id = this.duplicate_id;
  for found in select * from merges.merged_row r where r.merge_id = this.id loop
    if found.set_aside is not null then
      execute format('insert into %1$s overriding system value select * from jsonb_populate_record(null::%1$s, $1)', found."table")
        using found.set_aside;
    else
      key := array(select jsonb_object_keys(found.key));
      execute format('update %1$s t set %2$I = $1 from jsonb_populate_record(null::%1$s, $2) k where (%3$s) = (%4$s) and t.%2$I = $3',
        found."table", found."column", merges.columns('t', key), merges.columns('k', key))
        using this.duplicate_id, found.key, this.kept_id;
    end if;
  end loop;
  perform merges.part(this.kept_id, this.duplicate_id);
  delete from merges.merged_row r where r.merge_id = this.id;
  return null;
end $$;

alter function merges.undo(uuid) owner to hub_merges;
revoke all on function merges.undo(uuid) from public;
grant execute on function merges.undo(uuid) to hub_partner;
