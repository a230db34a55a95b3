import { Migration } from '@mikro-orm/migrations';

/** Sessions of people who sign in by an identity provider. */
export class Migration20261125000006 extends Migration {
  override up(): void {}
}
