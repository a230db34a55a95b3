import { Migration } from '@mikro-orm/migrations';

/** Budgets of what operations cost. */
export class Migration20261125000008 extends Migration {
  override up(): void {}
}
