import { Migration } from '@mikro-orm/migrations';

/** The index of the sharings of a partner leaves out sharings that have expired. A periodic task marks them. */
export class LapsedSharings extends Migration {
  override up(): void {
    this.addSql(changes);
  }
}

const changes = `
alter table sharing add lapsed boolean not null default false;
drop index sharing_of_partner;
create index sharing_of_partner on sharing (partner_id, beneficiary_id) include (scope, until, granted_by_id) where ended_at is null and not lapsed;
create index sharing_to_lapse on sharing (until) where ended_at is null and not lapsed;
grant update (lapsed) on sharing to hub_rights;
`;
