import { Migration } from '@mikro-orm/migrations';

/** What is kept of a person beyond the name, by sensitivity. */
export class Migration20261125000001 extends Migration {
  override up(): void {}
}
