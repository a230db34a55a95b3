import { Migration } from '@mikro-orm/migrations';

/** Members, services and partners as they are managed. */
export class Migration20261125000007 extends Migration {
  override up(): void {}
}
