import { Migration } from '@mikro-orm/migrations';

/** The log of counts of distinct persons with the systems of partners. */
export class DistinctCounts extends Migration {
  override up(): void {
    this.addSql(changes);
  }
}

const changes = `
create table distinct_count (id uuid not null, run uuid not null, partner_id uuid not null, period text not null, started_at timestamptz(3) not null, finished_at timestamptz(3) null, outcome text null, people int null, primary key (id));
create index distinct_count_latest on distinct_count (started_at, id);
create table distinct_count_set (id uuid not null, count_id uuid not null, digests bytea not null, primary key (id));
alter table distinct_count_set add constraint distinct_count_set_count_id_unique unique (count_id);
alter table distinct_count add constraint distinct_count_partner_id_foreign foreign key (partner_id) references partner (id);
alter table distinct_count add constraint distinct_count_outcome_check check (outcome in ('COUNTED', 'ABORTED', 'TOO_FEW', 'TOO_MANY', 'TOO_SIMILAR', 'REPEATED'));
alter table distinct_count enable row level security;
alter table distinct_count force row level security;
create policy oversee on distinct_count for select to hub_partner using ((select current_setting('app.role', true)) = 'COORDINATOR' or (select audit.oversees()));
create policy compare on distinct_count for select to hub_system using (true);
create policy start on distinct_count for insert to hub_system with check (true);
create policy finish on distinct_count for update to hub_system using (true);
alter table distinct_count_set add constraint distinct_count_set_count_id_foreign foreign key (count_id) references distinct_count (id);
alter table distinct_count_set enable row level security;
alter table distinct_count_set force row level security;
create policy compare on distinct_count_set for select to hub_system using (true);
create policy keep on distinct_count_set for insert to hub_system with check (true);
create policy forget on distinct_count_set for delete to hub_system using (true);
grant select on distinct_count to hub_partner;
grant select, insert, update (finished_at, outcome, people) on distinct_count to hub_system;
grant select, insert, delete on distinct_count_set to hub_system;
`;
