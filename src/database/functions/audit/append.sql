-- Appends disclosures to the audit; the hash of each entry includes that of the one before.
create or replace function audit.append(disclosures jsonb) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  tip audit.head;
  moment timestamptz(3);
  disclosure jsonb;
  seen uuid[];
  before bytea;
begin
  -- One at a time, over all processes: the position and the hash of an entry depend on the one before it.
  select * into strict tip from audit.head for update;
  moment := clock_timestamp();
  perform audit.partition_for(moment);
  insert into audit.subject (beneficiary_id)
    select distinct p.id::uuid from jsonb_array_elements(disclosures) d, jsonb_array_elements_text(d -> 'persons') p(id)
    -- Scalar sub-selects: as joins, they would read both tables whole.
    where (select true from beneficiary b where b.id = p.id::uuid)
      and (select true from audit.subject s where s.beneficiary_id = p.id::uuid limit 1) is null;
  for disclosure in select value from jsonb_array_elements(disclosures) loop
    -- `offset 0` keeps the lookup by person, which a join of the whole table would replace.
    select coalesce(array_agg(s.pseudonym order by s.pseudonym), '{}') into seen
      from (select distinct id::uuid from jsonb_array_elements_text(disclosure -> 'persons') p(id)) p
      cross join lateral (select s.pseudonym from audit.subject s where s.beneficiary_id = p.id offset 0) s;
    tip.id := tip.id + 1;
    before := tip.hash;
    tip.hash := sha256(before || audit.content(tip.id, moment, (disclosure ->> 'member')::uuid, (disclosure ->> 'partner')::uuid,
      (disclosure ->> 'role')::member_role, (disclosure ->> 'via')::audit.disclosure_via, disclosure ->> 'operation', seen,
      (disclosure ->> 'found')::int));
    insert into audit.entry (id, at, member_id, partner_id, role, via, operation, subjects, found, previous, hash)
      values (tip.id, moment, (disclosure ->> 'member')::uuid, (disclosure ->> 'partner')::uuid,
        (disclosure ->> 'role')::member_role, (disclosure ->> 'via')::audit.disclosure_via, disclosure ->> 'operation', seen,
        (disclosure ->> 'found')::int, before, tip.hash);
  end loop;
  update audit.head set id = tip.id, hash = tip.hash;
end $$;

alter function audit.append(jsonb) owner to hub_audit;
revoke all on function audit.append(jsonb) from public;
grant execute on function audit.append(jsonb) to hub_system;
