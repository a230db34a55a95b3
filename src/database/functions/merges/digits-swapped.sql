-- Whether two days differ only by two swapped digits.
create or replace function merges.digits_swapped(one date, other date) returns boolean language sql stable
begin atomic
  select count(*) = 2 and string_agg(a, '' order by place) = string_agg(b, '' order by place desc)
  from (select place, substr(to_char(one, 'YYYYMMDD'), place, 1) as a, substr(to_char(other, 'YYYYMMDD'), place, 1) as b
    from generate_series(1, 8) place) digits
  where a <> b;
end;

revoke all on function merges.digits_swapped(date, date) from public;
grant execute on function merges.digits_swapped(date, date) to hub_partner;
