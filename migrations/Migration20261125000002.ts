import { Migration } from '@mikro-orm/migrations';

/** Agreements as they live, and links to persons whom another partner follows. */
export class Migration20261125000002 extends Migration {
  override up(): void {}
}
