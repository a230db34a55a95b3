-- Trigger that ends what was derived from a sharing or a referral that has ended.
create or replace function rights.bring_down_derived() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform rights.bring_down(new.beneficiary_id);
  return null;
end $$;

alter function rights.bring_down_derived() owner to hub_rights;
revoke all on function rights.bring_down_derived() from public;

create or replace trigger consent_sharing_ends after update of ended_at on sharing
  for each row when (old.ended_at is null and new.ended_at is not null) execute function rights.bring_down_derived();

create or replace trigger consent_referral_closes after update of closed_at on referral
  for each row when (old.closed_at is null and new.closed_at is not null and new.sent_at is not null)
  execute function rights.bring_down_derived();
