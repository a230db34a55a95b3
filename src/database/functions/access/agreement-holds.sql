-- An agreement must be later than the information of the person and than the person's last withdrawal from the
-- partner. The sharing granted on it has no greater scope, and lasts no longer, than the access of the partner that
-- grants it.
create or replace function access.agreement_holds() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  informed date;
  withdrawn date;
  ends timestamptz;
begin
  perform access.lock_sharings(new.beneficiary_id);
  select b.informed_on into informed from beneficiary b where b.id = new.beneficiary_id;
  select access.day(max(s.withdrawn_at)) into withdrawn from sharing s
    where s.beneficiary_id = new.beneficiary_id and s.partner_id = new.partner_id;
  select max(coalesce(s.until, 'infinity')) into ends from sharing s
    where s.beneficiary_id = new.beneficiary_id and s.partner_id = new.granted_by_id and s.scope >= new.scope
      and access.in_force(s.ended_at, s.until);
  -- A partner that accepts a referral gets the scope of access.granted(); its agreement was checked on sending.
  if new.partner_id <> access.partner_id() and (new.agreed_on is null or new.agreed_on < informed
    or new.agreed_on < withdrawn or new.agreed_on = withdrawn and not new.agreed_after_withdrawal) then
    raise exception 'an agreement comes after the information and after the last withdrawal of the person'
      using errcode = 'insufficient_privilege';
  end if;
  if ends is null then
    raise exception 'a partner grants no more than it has' using errcode = 'insufficient_privilege';
  end if;
  if new.until > ends then
    new.until := ends;
  end if;
  return new;
end $$;

alter function access.agreement_holds() owner to hub_access;
revoke all on function access.agreement_holds() from public;

create or replace trigger consent_agreement_holds before insert on sharing
  for each row when (current_user = 'hub_partner' and new.basis <> 'REFERENT') execute function access.agreement_holds();
