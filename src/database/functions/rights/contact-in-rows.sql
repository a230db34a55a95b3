-- The last contact of a partner with a person, and until when the partner holds anything about the person, from all rows.
-- The table last_contact stores the same; its triggers call this when a row has changed or gone.
create or replace function rights.contact_in_rows(person uuid, partner uuid) returns last_contact language sql stable
begin atomic
  select row(person, partner, max((c.it).last_on), max((c.it).held_until))::last_contact from (
    select rights.contact_of(x) as it from pathway x where x.beneficiary_id = person and x.partner_id = partner
    union all select rights.contact_of(x) from step x where x.beneficiary_id = person and x.partner_id = partner
    union all select rights.contact_of(x) from outcome x where x.beneficiary_id = person and x.partner_id = partner
    union all select rights.contact_of(x) from appointment x where x.beneficiary_id = person and x.partner_id = partner
    union all select rights.contact_of(x) from attendance x where x.beneficiary_id = person and x.partner_id = partner
    union all select rights.contact_of(x) from clause_contract x where x.beneficiary_id = person and x.partner_id = partner
    union all select rights.contact_of(x) from contact x where x.beneficiary_id = person and x.partner_id = partner
    union all select rights.contact_of(x) from criterion x where x.beneficiary_id = person and x.partner_id = partner
    union all select rights.contact_of(x) from barrier x where x.beneficiary_id = person and x.partner_id = partner
    union all select rights.contact_of(x) from objective x where x.beneficiary_id = person and x.partner_id = partner
    union all select rights.contact_of(x) from note x where x.beneficiary_id = person and x.partner_id = partner
    union all select rights.contact_of(x) from partner_reference x where x.beneficiary_id = person and x.partner_id = partner
    union all select rights.contact_of(x) from referral x where x.beneficiary_id = person and x.to_id = partner
    union all select rights.contact_of(x) from sharing x where x.beneficiary_id = person and x.partner_id = partner
  ) c;
end;

revoke all on function rights.contact_in_rows(uuid, uuid) from public;
grant execute on function rights.contact_in_rows(uuid, uuid) to hub_rights;
