import { Migration } from '@mikro-orm/migrations';

/** The coordinator reads the committee's figures: it prepares the sittings, and sees no person. */
export class Migration20261127800001 extends Migration {
  override up(): void {
    this.addSql(policies);
  }
}

const reads = `(select current_setting('app.role', true)) = any (array['COMMITTEE_MEMBER', 'COORDINATOR'])`;
const myself = '(select access.member_id())';

const policies = `
alter policy "kept" on "saved_analysis" using (${reads} and (owner_id = ${myself} or shared and ended_at is null));
alter policy "keep" on "saved_analysis" with check (${reads} and owner_id = ${myself});
alter policy "own" on "saved_analysis" using (${reads} and owner_id = ${myself} and ended_at is null) with check (${reads} and owner_id = ${myself});
alter policy "shown" on "committee_snapshot" using (${reads});
alter policy "take" on "committee_snapshot" with check (${reads} and taken_by_id = ${myself});
alter policy "own" on "committee_question" using (${reads} and member_id = ${myself});
alter policy "note" on "committee_question" with check (${reads} and member_id = ${myself});
`;
