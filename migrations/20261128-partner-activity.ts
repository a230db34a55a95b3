import { Migration } from '@mikro-orm/migrations';

/** What the systems of partners report for releases. */
export class PartnerActivity extends Migration {
  override up(): void {
    this.addSql(changes);
  }
}

const changes = `
create table committee_activity (id uuid not null, release_id uuid not null, partner_id uuid not null, subject text not null, period text not null, figures jsonb null, primary key (id));
alter table committee_activity add constraint committee_activity_reported_once unique (partner_id, subject, period);
drop policy compare on distinct_count;
create policy shown on distinct_count for select to hub_facts, hub_system using (true);
alter table committee_activity add constraint committee_activity_release_id_foreign foreign key (release_id) references committee_release (id);
alter table committee_activity add constraint committee_activity_partner_id_foreign foreign key (partner_id) references partner (id);
alter table committee_activity enable row level security;
alter table committee_activity force row level security;
create policy shown on committee_activity for select to hub_facts, hub_system using (true);
create policy make on committee_activity for insert to hub_system with check (true);
grant select, insert on committee_activity to hub_system;
grant select on committee_activity, distinct_count to hub_facts;
`;
