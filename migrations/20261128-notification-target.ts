import { Migration } from '@mikro-orm/migrations';

/** A notification has the id of the object that it leads to. */
export class NotificationTarget extends Migration {
  override up(): void {
    this.addSql(changes);
  }
}

const changes = `
alter table notification add subject uuid null;
-- So that an owner who is not a superuser reads the rows.
alter table notification no force row level security;
update notification set subject = referral_id where referral_id is not null;
alter table notification force row level security;
`;
