-- The drawn cells: noisy numbers, never true ones.
create or replace view committee.cell as select release_id, subject, period, split, place, people, further, hours, dominated
  from public.committee_cell;

alter view committee.cell owner to hub_facts;
grant select on committee.cell to hub_committee;
