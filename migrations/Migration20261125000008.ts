import { Migration } from '@mikro-orm/migrations';

/**
 * Budgets of what operations cost. Not logged: writing one waits for no disk, and after a crash all of
 * them are full, as they would be a minute later anyway.
 */
export class Migration20261125000008 extends Migration {
  override up(): void {
    this.addSql(`
create unlogged table "budget" (
  "member_id" uuid not null,
  "full_at" timestamptz(6) not null,
  primary key ("member_id")
);
alter table "budget" enable row level security;
alter table "budget" force row level security;
create policy "take" on "budget" as permissive for all to "hub_system" using (true) with check (true);
grant select, insert, update on budget to hub_system;
`);
  }
}
