-- The noisy numbers of persons whom the hub and partners' systems accompanied in a period, with the partners counted.
create or replace view committee.distinct_count as
  select period, array_agg(partner_id::text) as partners, max(people) as people
  from public.distinct_count where outcome = 'COUNTED' group by run, period;

alter view committee.distinct_count owner to hub_facts;
grant select on committee.distinct_count to hub_committee;
