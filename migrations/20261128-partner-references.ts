import { Migration } from '@mikro-orm/migrations';
import { applyDefinitions, definitions } from '../src/database/definitions.js';

/** The references that persons have in partners' own software. */
export class PartnerReferences extends Migration {
  override async up(): Promise<void> {
    await this.execute(changes);
    // In an upgrade over several versions, the triggers of the last contacts already call them.
    await applyDefinitions(
      (sql) => this.execute(sql),
      definitions.filter(({ name }) => /^functions\/rights\/(contact|follow)-/.test(name)),
      'what fits',
    );
  }
}

const changes = `
create table "partner_reference" ("id" uuid not null, "beneficiary_id" uuid not null, "partner_id" uuid not null, "reference" text not null, primary key ("id"));
alter table "partner_reference" add constraint "partner_reference_of_partner" unique ("partner_id", "reference");
alter table "partner_reference" add constraint "partner_reference_of_person" unique ("beneficiary_id", "partner_id");
alter table "link_match" add "own_reference" text null;
alter table "partner_reference" add constraint "partner_reference_beneficiary_id_foreign" foreign key ("beneficiary_id") references "beneficiary" ("id");
alter table "partner_reference" add constraint "partner_reference_partner_id_foreign" foreign key ("partner_id") references "partner" ("id");
alter table "partner_reference" enable row level security;
alter table "partner_reference" force row level security;
create policy "seen" on "partner_reference" for select to "hub_partner" using (partner_id = (select access.partner_id()) and exists (
    select from sharing s
    where s.beneficiary_id = partner_reference.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and access.in_force(s.ended_at, s.until)
    offset 0
  ) or (select access.reads_files()) and access.referent(beneficiary_id) = (select access.partner_id()));
create policy "set" on "partner_reference" for insert to "hub_partner" with check ((select access.reads_files()) and partner_id = (select access.partner_id()) and exists (
    select from sharing s
    where s.beneficiary_id = partner_reference.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and access.in_force(s.ended_at, s.until)
    offset 0
  ));
create policy "access" on "partner_reference" for select to "hub_access" using (true);
create policy "link" on "partner_reference" for insert to "hub_system" with check (true);
grant select, insert on partner_reference to hub_partner;
grant select on partner_reference to hub_access;
grant select (id, slug) on partner to hub_access;
grant insert on partner_reference to hub_system;
`;
