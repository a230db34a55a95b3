-- Erases a person whose referent is this partner, without a check of legal reasons to keep the person. counted: the
-- row of statistics in which the person is counted.
create or replace function rights.carry_out(person uuid, referent uuid, because erasure_reason, out counted uuid, out removed int)
  language plpgsql set search_path = public, pg_temp
as $$
declare
  year int;
  gone uuid[];
begin
  select extract(year from coalesce(
      (select min(p.started_on) from pathway p where p.beneficiary_id = b.id), b.created_at::date))
    into year from beneficiary b where b.id = person;
  gone := rights.leave_forums(person, null);
  -- A link request contains its reason, in words about the person.
  gone := gone || rights.remove('link_request', 'id', array(
    select m.request_id::text from link_match m where m.beneficiary_id = person));
  gone := gone || rights.remove('beneficiary', 'id', array[person::text]);
  perform rights.forget(gone);
  removed := cardinality(gone);
  insert into erased_count as c (id, partner_id, first_year, reason, people)
    values (gen_random_uuid(), referent, year, because, 1)
    on conflict (partner_id, first_year, reason) do update set people = c.people + 1
    returning c.id into counted;
end $$;

revoke all on function rights.carry_out(uuid, uuid, erasure_reason) from public;
grant execute on function rights.carry_out(uuid, uuid, erasure_reason) to hub_rights;
