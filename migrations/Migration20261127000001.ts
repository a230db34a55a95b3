import { Migration } from '@mikro-orm/migrations';

/** The role of `npm run setup`: it makes the first accounts, and lets a partner without an administrator back in. */
export class Migration20261127000001 extends Migration {
  override up(): void {
    this.addSql(policies);
    this.addSql(rights);
  }
}

const policies = `
alter policy "directory" on "partner" to "hub_partner", "hub_system", "hub_access", "hub_setup";
create policy "setup" on "partner" for insert to "hub_setup" with check (kind = 'TOWN' and not exists (select from partner p));
create policy "setup" on "member" for select to "hub_setup" using (true);
create policy "setup_invite" on "member" for insert to "hub_setup" with check (deactivated_at is null and kind = 'PERSON' and role = any (array['PARTNER_ADMINISTRATOR'::member_role, 'COORDINATOR'::member_role])
        and exists (select from partner p where p.id = member.partner_id and case
        when role = 'COORDINATOR' then p.kind = 'TOWN'
        when role = any (array['COMMITTEE_MEMBER'::member_role, 'CLAUSE_FACILITATOR'::member_role]) then p.kind <> 'ASSOCIATION'
        else true end)
        and not exists (select from member m where m.partner_id = member.partner_id and m.role = member.role
          and m.kind = 'PERSON' and m.subject is not null and m.deactivated_at is null));
create policy "setup_administrator" on "member" for update to "hub_setup" using (kind = 'PERSON') with check (role = 'PARTNER_ADMINISTRATOR');
create policy "setup" on "event" for insert to "hub_setup" with check (topic = 'MEMBER' and xid = pg_current_xact_id() and by_id is null and member_id is null);
`;

const rights = `
grant usage on schema public to hub_setup;
grant select (id, slug, name, kind), insert (id, slug, name, kind) on partner to hub_setup;
grant select (id, email, subject, role, kind, partner_id, deactivated_at), insert (id, name, email, subject, role, partner_id) on member to hub_setup;
grant update (role, subject, deactivated_at) on member to hub_setup;
grant insert (id, partner_id, topic, kind, subject) on event to hub_setup;
`;
