import { Migration } from '@mikro-orm/migrations';

/** Events of notifications are addressed to one member. */
export class NotificationEvents extends Migration {
  override up(): void {
    this.addSql(changes);
  }
}

const changes = `
drop policy act on event;
drop policy addressee on event;
alter table event add to_member_id uuid null;
alter table event add constraint event_to_member check ((topic = 'NOTIFICATION') = (to_member_id is not null));
create policy own on event for insert to hub_partner with check (topic = 'NOTIFICATION' and partner_id = (select access.partner_id()) and to_member_id = (select access.member_id())
        and xid = pg_current_xact_id() and by_id = (select access.partner_id()) and member_id = (select access.member_id()));
create policy act on event for insert to hub_partner with check (topic <> 'NOTIFICATION' and ((select access.reads_files()) or (select current_setting('app.role', true)) = 'CLAUSE_FACILITATOR' and topic = 'CLAUSE' and partner_id = (select access.partner_id()))
        and xid = pg_current_xact_id() and by_id = (select access.partner_id()) and member_id = (select access.member_id()));
create policy addressee on event for select to hub_partner using (partner_id = (select access.partner_id()) and case when topic = 'CLAUSE' then (select current_setting('app.role', true)) = 'CLAUSE_FACILITATOR' when topic = 'RETENTION' then (select current_setting('app.role', true)) = any (array['DATA_PROTECTION_OFFICER', 'PARTNER_ADMINISTRATOR']) when topic = 'UNANSWERED' then (select current_setting('app.role', true)) = 'COORDINATOR' when topic = 'NOTIFICATION' then to_member_id = (select access.member_id()) else (select access.reads_files()) end);
`;
