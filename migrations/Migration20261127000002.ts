import { Migration } from '@mikro-orm/migrations';

/** A check value tells whether a hub starts with the secret that this database was set up with. */
export class Migration20261127000002 extends Migration {
  override up(): void {
    this.addSql(`
create table private.secret_check (
  only_row boolean primary key default true check (only_row),
  value text not null
);
alter table private.secret_check enable row level security;
alter table private.secret_check force row level security;
create policy owner on private.secret_check to current_user using (true) with check (true);
`);
  }
}
