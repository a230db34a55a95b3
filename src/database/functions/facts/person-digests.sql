-- The persons with a pathway between `f` (inclusive) and `u` (exclusive), each as a digest of the normalised name and the
-- date of birth: the hub counts them together with those of partners' systems, and no name leaves the database.
create or replace function facts.person_digests(f date, u date) returns setof bytea language sql stable
  security definer set search_path = public, pg_temp
begin atomic
  select distinct sha256(convert_to(replace(b.sort_name, ' ', '') || E'\n' || to_char(b.birth_date, 'YYYY-MM-DD'), 'UTF8'))
  from facts.source(f, u) s join beneficiary b on b.id = s.person
  where s.subject = 'PATHWAYS';
end;

alter function facts.person_digests(date, date) owner to hub_facts;
revoke all on function facts.person_digests(date, date) from public;
grant execute on function facts.person_digests(date, date) to hub_system;
