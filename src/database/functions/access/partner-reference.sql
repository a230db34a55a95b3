-- The reference of a person in the software of a partner, if both that partner and the viewer's partner see the person now.
create or replace function access.partner_reference(partner text, person uuid) returns text language sql stable security definer
  set search_path = public, pg_temp
as $$
  select (select r.reference from partner_reference r where r.beneficiary_id = person and r.partner_id = p.id)
  from partner p where p.slug = partner_reference.partner and access.both_see(person, p.id)
$$;

alter function access.partner_reference(text, uuid) owner to hub_access;
revoke all on function access.partner_reference(text, uuid) from public;
grant execute on function access.partner_reference(text, uuid) to hub_partner;
