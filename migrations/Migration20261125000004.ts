import { Migration } from '@mikro-orm/migrations';

/** The audit: who was shown which person. */
export class Migration20261125000004 extends Migration {
  override up(): void {}
}
