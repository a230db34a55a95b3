import { Migration } from '@mikro-orm/migrations';

/** Erasure, export and retention. */
export class Migration20261125000005 extends Migration {
  override up(): void {}
}
