-- The suspected duplicates of a person, all visible to the viewer as the person is; without persons who were
-- declared distinct.
create or replace function merges.suspected(person uuid) returns setof uuid language sql stable
begin atomic
  select other.id
  from beneficiary this
  join beneficiary other on other.birth_date = this.birth_date or other.sort_name = this.sort_name
  where this.id = person and other.id <> this.id and (
    other.birth_date = this.birth_date and merges.likeness(other.sort_name, this.sort_name) >= 0.5
    or other.sort_name = this.sort_name and merges.days_alike(other.birth_date, this.birth_date))
    and not exists (select from distinction d
      where d.retracted_at is null and (d.one_id = this.id and d.other_id = other.id or d.one_id = other.id and d.other_id = this.id));
end;

revoke all on function merges.suspected(uuid) from public;
grant execute on function merges.suspected(uuid) to hub_partner;
