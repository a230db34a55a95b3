-- Trigger of rights.follow_contact. In a file of its own: the other tables have theirs before this table exists.
create or replace trigger contact_followed after insert or delete or update of beneficiary_id, partner_id on partner_reference
  for each row execute function rights.follow_contact();
