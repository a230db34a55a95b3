-- The answer times of referrals, without persons.
create or replace view committee.answer as select period_id, partner_id, to_partner_id, district, age_band, status,
  decline_reason, days, answered, waiting from facts.answer;

alter view committee.answer owner to hub_facts;
grant select on committee.answer to hub_committee;
