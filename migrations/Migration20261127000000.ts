import { Migration } from '@mikro-orm/migrations';

/** What a start has brought the database to, so that the next one finds nothing to do. */
export class Migration20261127000000 extends Migration {
  override up(): void {
    this.addSql(`
create table private.installed (version text not null);
alter table private.installed enable row level security;
alter table private.installed force row level security;
create policy owner on private.installed to current_user using (true) with check (true);
`);
  }
}
