import { Migration } from '@mikro-orm/migrations';

/** Persons are found by a telephone number. */
export class PersonsByPhone extends Migration {
  override up(): void {
    this.addSql(changes);
  }
}

const changes = `
create index contact_by_phone on contact (value, beneficiary_id) where kind = 'PHONE' and removed_at is null;
`;
