-- Whether two birth dates may be the same with an error: two digits swapped, day and month swapped, one wrong digit,
-- or a year off by one.
create or replace function merges.days_alike(one date, other date) returns boolean language sql stable
begin atomic
  select merges.digits_swapped(one, other)
    or to_char(one, 'YYYYMMDD') = to_char(other, 'YYYYDDMM')
    or to_char(one, 'MMDD') = to_char(other, 'MMDD') and abs(extract(year from one) - extract(year from other)) = 1
    or (select count(*) = 1 from generate_series(1, 8) place
      where substr(to_char(one, 'YYYYMMDD'), place, 1) <> substr(to_char(other, 'YYYYMMDD'), place, 1));
end;

revoke all on function merges.days_alike(date, date) from public;
grant execute on function merges.days_alike(date, date) to hub_partner;
