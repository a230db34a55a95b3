import { Migration } from '@mikro-orm/migrations';

/** The hub may read which person an entry of a file belongs to, and who sees it, to tell the partners of a change. */
export class FileEvents extends Migration {
  override up(): void {
    this.addSql(changes);
  }
}

const changes = `
create policy access on appointment for select to hub_access using (true);
create policy access on barrier for select to hub_access using (true);
create policy access on contact for select to hub_access using (true);
create policy access on criterion for select to hub_access using (true);
create policy access on note for select to hub_access using (true);
create policy access on objective for select to hub_access using (true);
create policy access on outcome for select to hub_access using (true);
create policy access on pathway for select to hub_access using (true);
create policy access on step for select to hub_access using (true);
grant select (id, beneficiary_id) on appointment, barrier, contact, criterion, objective, outcome, pathway to hub_access;
grant select (id, beneficiary_id, partner_id, visibility) on note, step to hub_access;
`;
