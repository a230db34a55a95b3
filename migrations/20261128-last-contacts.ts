import { Migration } from '@mikro-orm/migrations';
import { applyDefinitions, definitions } from '../src/database/definitions.js';

/** The last contact of each partner with each person is stored, and follows the rows that record contacts. */
export class LastContacts extends Migration {
  override async up(): Promise<void> {
    await this.execute(table);
    // With the triggers, which lock their tables: no contact is written until the stored ones are complete.
    await applyDefinitions(
      (sql) => this.execute(sql),
      definitions.filter(({ name }) => /^functions\/rights\/|retention-due/.test(name)),
      'what fits',
    );
    await this.execute(rows);
  }
}

const table = `
create table last_contact (
  beneficiary_id uuid not null,
  partner_id uuid not null,
  last_on date null,
  held_until timestamptz(3) null,
  primary key (beneficiary_id, partner_id)
);
alter table last_contact add constraint last_contact_beneficiary_id_foreign foreign key (beneficiary_id) references beneficiary (id) on delete cascade;
alter table last_contact add constraint last_contact_partner_id_foreign foreign key (partner_id) references partner (id);
alter table last_contact enable row level security;
alter table last_contact force row level security;
create policy "own" on last_contact for select to hub_partner using (partner_id = (select access.partner_id()) and ((select current_setting('app.role', true)) = any (array['DATA_PROTECTION_OFFICER', 'PARTNER_ADMINISTRATOR']) or exists (
    select from sharing s
    where s.beneficiary_id = last_contact.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and access.in_force(s.ended_at, s.until)
    offset 0
  )));
grant select on last_contact to hub_partner;
create policy erase on last_contact to hub_rights using (true) with check (true);
grant select, insert, update (last_on, held_until), delete on last_contact to hub_rights;
-- The roles that are responsible for data protection read the files of their partner without a function.
create policy own on rights.retained for select to hub_partner using (partner_id = (select access.partner_id())
  and (select current_setting('app.role', true)) = any (array['DATA_PROTECTION_OFFICER', 'PARTNER_ADMINISTRATOR']));
grant select on rights.retained to hub_partner;
create policy known on rights.retention_rule for select to hub_partner using (true);
grant select on rights.retention_rule to hub_partner;
`;

const rows = `
-- As the role whose functions write the rows: an owner who is not a superuser sees none.
set local role hub_rights;
insert into last_contact (beneficiary_id, partner_id, last_on, held_until)
select c.beneficiary_id, c.partner_id, max(c.day), max(c.until) from (
  select beneficiary_id, partner_id, started_on as day, 'infinity'::timestamptz as until from pathway
  union all select beneficiary_id, partner_id, occurred_on, 'infinity' from step
  union all select beneficiary_id, partner_id, occurred_on, 'infinity' from outcome
  union all select beneficiary_id, partner_id, case status when 'HONOURED' then (at at time zone 'Europe/Paris')::date end, 'infinity'
    from appointment
  union all select a.beneficiary_id, a.partner_id, f.held_on, 'infinity' from attendance a join forum f on f.id = a.forum_id
    where a.beneficiary_id is not null
  union all select k.beneficiary_id, k.partner_id, (h.month + interval '1 month - 1 day')::date, 'infinity'
    from clause_contract k left join hours_entry h on h.contract_id = k.id and h.status <> 'REJECTED'
  union all select beneficiary_id, partner_id, null, 'infinity' from contact
  union all select beneficiary_id, partner_id, null, 'infinity' from criterion
  union all select beneficiary_id, partner_id, null, 'infinity' from barrier
  union all select beneficiary_id, partner_id, null, 'infinity' from objective
  union all select beneficiary_id, partner_id, null, 'infinity' from note
  union all select beneficiary_id, to_id, first_contact_on, null from referral where first_contact_on is not null
  union all select beneficiary_id, partner_id, (since at time zone 'Europe/Paris')::date,
    case when ended_at is null then coalesce(until, 'infinity') end from sharing
) c
group by c.beneficiary_id, c.partner_id;
reset role;
create index last_contact_of_partner on last_contact (partner_id, last_on) include (beneficiary_id, held_until);
drop function if exists rights.due(), rights.contacts(uuid), rights.contacts_of(uuid[]);
`;
