-- Whether a machine already acts for a partner. The answer does not reveal which one.
create or replace function access.is_machine(client text) returns boolean language sql stable security definer
  set search_path = public, pg_temp
begin atomic
  select current_setting('app.role', true) = 'PARTNER_ADMINISTRATOR'
    and exists (select from member m where m.kind = 'MACHINE' and m.subject = client);
end;

alter function access.is_machine(text) owner to hub_access;
revoke all on function access.is_machine(text) from public;
grant execute on function access.is_machine(text) to hub_partner;
