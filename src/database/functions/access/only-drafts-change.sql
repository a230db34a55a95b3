-- The content of a referral, including its service, can be changed only while the referral is a draft; after that it
-- stays as it was sent. A draft can be sent only to another partner, and with a scope no greater than the sender's
-- own.
create or replace function access.only_drafts_change() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
  if old.status <> 'DRAFT' or new.to_id = new.from_id
    or not coalesce(access.scope(new.beneficiary_id) >= new.scope, false)
    or not (new.service_id is null or exists (select from service s where s.id = new.service_id and s.partner_id = new.to_id)) then
    raise exception 'what a referral says is changed by its sender, in a draft' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

revoke all on function access.only_drafts_change() from public;
grant execute on function access.only_drafts_change() to hub_partner;

create or replace trigger only_drafts_change before update of to_id, service_id, priority, scope, sent_at on referral
  for each row when (current_user = 'hub_partner') execute function access.only_drafts_change();
