-- Rows that must have the person of another row without a foreign key to it (`merges.cover()` finds the others).
select merges.tie('sharing', 'referral_id', 'beneficiary_id', 'referral', 'id', 'beneficiary_id');
select merges.tie('sharing', 'link_request_id', 'beneficiary_id', 'link_match', 'request_id', 'beneficiary_id', 'on delete set null (link_request_id)');
select merges.tie('link_request', 'id', 'beneficiary_id', 'link_match', 'request_id', 'beneficiary_id');
