import { Migration } from '@mikro-orm/migrations';

/** Associations may name committee members, who see figures and no person. */
export class Migration20261127600003 extends Migration {
  override up(): void {
    this.addSql(policies);
  }
}

const inRole = (role: string) => `(select current_setting('app.role', true)) = '${role}'`;
const manages = `${inRole('PARTNER_ADMINISTRATOR')} and partner_id = (select access.partner_id())`;
const atFittingPartner = `exists (select from partner p where p.id = member.partner_id and case
        when role = 'COORDINATOR' then p.kind = 'TOWN'
        when role = 'CLAUSE_FACILITATOR' then p.kind <> 'ASSOCIATION'
        else true end)`;

const policies = `
alter policy "join" on "member" with check (subject is null and deactivated_at is null and ${atFittingPartner} and (${manages}
        or ${inRole('COORDINATOR')} and kind = 'PERSON' and role = 'PARTNER_ADMINISTRATOR' and access.has_nobody(partner_id)));
alter policy "manage" on "member" with check (${manages} and ${atFittingPartner});
alter policy "setup_invite" on "member" with check (deactivated_at is null and kind = 'PERSON' and role = any (array['PARTNER_ADMINISTRATOR'::member_role, 'COORDINATOR'::member_role])
        and ${atFittingPartner}
        and not exists (select from member m where m.partner_id = member.partner_id and m.role = member.role
          and m.kind = 'PERSON' and m.subject is not null and m.deactivated_at is null));
`;
