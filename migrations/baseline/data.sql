-- The frame for classing exits, by version.
insert into exit_frame (version, name, in_force_from, durable_over_months) values (1, 'IAE', '2008-01-01', 6);
insert into exit_frame_rule (frame_version, situation, class, class_when_long) values
  (1, 'CDI', 'DURABLE', null),
  (1, 'PUBLIC_SERVICE', 'DURABLE', null),
  (1, 'BUSINESS_CREATION', 'DURABLE', null),
  (1, 'CDD', 'TRANSITION', 'DURABLE'),
  (1, 'INTERIM', 'TRANSITION', 'DURABLE'),
  (1, 'CONTRAT_AIDE', 'TRANSITION', null),
  (1, 'QUALIFYING_TRAINING', 'POSITIVE', null),
  (1, 'OTHER_STRUCTURE', 'POSITIVE', null),
  (1, 'JOB_SEEKING', null, null),
  (1, 'INACTIVE', null, null),
  (1, 'MOVED_AWAY', null, null),
  (1, 'LOST_CONTACT', null, null),
  (1, 'OTHER', null, null);

-- The number of French working days up to each day: weekdays that are not public holidays.
create function pg_temp.easter(y int) returns date language plpgsql as $$
declare
  a int := y % 19; b int := y / 100; c int := y % 100;
  d int := b / 4; e int := b % 4; g int := (8 * b + 13) / 25;
  h int := (19 * a + b - d - g + 15) % 30;
  i int := c / 4; k int := c % 4;
  l int := (32 + 2 * e + 2 * i - h - k) % 7;
  m int := (a + 11 * h + 22 * l) / 451;
begin
  return make_date(y, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
end $$;
insert into facts.calendar
select day, sum((extract(isodow from day) < 6 and not holiday)::int) over (order by day)
from (
  select day::date as day, to_char(day, 'MM-DD') = any (array['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'])
    or day::date - pg_temp.easter(extract(year from day)::int) = any (array[1, 39, 50]) as holiday
  from generate_series('2015-01-01'::timestamp, '2060-12-31'::timestamp, '1 day') day
) days;
drop function pg_temp.easter(int);

-- The first hashes of the audit's chains.
insert into audit.head (id, hash) values (0, sha256('partner hub audit'::bytea));
insert into audit.subject_head (id, hash) values (0, sha256('partner hub pseudonyms'::bytea));

-- The default; each start of the hub writes its configuration.
insert into rights.retention_rule (months, in_force) values (24, false);
