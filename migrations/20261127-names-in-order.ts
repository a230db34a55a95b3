import { Migration } from '@mikro-orm/migrations';

/** Search keys of names are read in the order of the persons' names. */
export class NamesInOrder extends Migration {
  override up(): void {
    this.addSql(changes);
  }
}

const changes = `
alter table name_key add sort_name text collate "C", add initial text collate "C", add start text collate "C";
-- So that an owner who is not a superuser reads the rows.
alter table name_key no force row level security;
alter table beneficiary no force row level security;
update name_key set sort_name = b.sort_name, initial = left(key, 1), start = left(key, 3)
from beneficiary b where b.id = beneficiary_id;
alter table beneficiary force row level security;
alter table name_key force row level security;
alter table name_key alter sort_name set not null, alter initial set not null, alter start set not null;
create index name_key_by_start on name_key (start, sort_name, beneficiary_id) include (key);
create index name_key_by_initial on name_key (initial, sort_name, beneficiary_id) include (key);
grant update (sort_name) on name_key to hub_merges;
`;
