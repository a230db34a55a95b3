-- The person who has this reference in the software of a partner, if both that partner and the viewer's partner see the
-- person now. Whoever may not see the person waits as long as for an invented reference: the rights are looked up for the nil
-- UUID then.
create or replace function access.referenced(partner text, reference text) returns uuid language sql stable security definer
  set search_path = public, pg_temp
as $$
  select f.person from (
    select p.id as partner, coalesce((select r.beneficiary_id from partner_reference r
      where r.partner_id = p.id and r.reference = referenced.reference), '00000000-0000-0000-0000-000000000000') as person
    from partner p where p.slug = referenced.partner offset 0
  ) f where access.both_see(f.person, f.partner)
$$;

alter function access.referenced(text, text) owner to hub_access;
revoke all on function access.referenced(text, text) from public;
grant execute on function access.referenced(text, text) to hub_partner;
