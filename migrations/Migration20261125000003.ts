import { Migration } from '@mikro-orm/migrations';

/** Persons who may be the same, and merges that can be undone. */
export class Migration20261125000003 extends Migration {
  override up(): void {}
}
