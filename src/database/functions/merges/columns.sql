-- The columns of a primary key, each with the given prefix: 't.a, t.b'.
create or replace function merges.columns(of text, key text[]) returns text language sql immutable
  return (select string_agg(format('%s.%I', of, name), ', ' order by place) from unnest(key) with ordinality k(name, place));

revoke all on function merges.columns(text, text[]) from public;
grant execute on function merges.columns(text, text[]) to hub_merges;
