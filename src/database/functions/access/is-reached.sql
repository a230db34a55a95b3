-- Whether a referral to a partner as a whole reaches a recipient: a member who may answer it, or an open service
-- with a contact.
create or replace function access.is_reached(partner uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp
as $$
  select exists (select from member m
      where m.partner_id = partner and m.deactivated_at is null and m.may_write
        and m.role = any (array['CASEWORKER', 'PARTNER_ADMINISTRATOR']::member_role[]))
    or exists (select from service s where s.partner_id = partner and s.status = 'OPEN' and s.contact <> '')
$$;

alter function access.is_reached(uuid) owner to hub_access;
revoke all on function access.is_reached(uuid) from public;
grant execute on function access.is_reached(uuid) to hub_partner;
