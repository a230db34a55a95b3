-- The number of visitor records of a forum and of the visitors that they count, for any viewer.
create or replace function access.counted_at(forum uuid) returns table (records bigint, people int) language sql stable security definer
  set search_path = public, pg_temp
begin atomic
  select count(*), coalesce(sum(a.people), 0)::int from attendance a where a.forum_id = counted_at.forum;
end;

alter function access.counted_at(uuid) owner to hub_access;
revoke all on function access.counted_at(uuid) from public;
grant execute on function access.counted_at(uuid) to hub_partner;
