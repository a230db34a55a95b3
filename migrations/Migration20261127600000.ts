import { Migration } from '@mikro-orm/migrations';

/** `hub_system` reads of other features' tables only the columns that jobs and the feed need: no text about a person. */
export class Migration20261127600000 extends Migration {
  override up(): void {
    for (const [table, columns] of Object.entries(read)) {
      this.addSql(`revoke select on ${table} from hub_system`);
      this.addSql(`grant select (${columns}) on ${table} to hub_system`);
    }
  }
}

const read = {
  referral:
    'id, reference, beneficiary_id, from_id, to_id, priority, status, sent_at, closed_at, reminded_at, escalated_at, version, created_by_id',
  referral_assignment: 'referral_id, member_id',
  clause_programme: 'id, partner_id',
  procurement: 'id, programme_id',
  lot: 'id, procurement_id, hours_committed, starts_on, ends_on',
  clause_contract: 'id, lot_id, starts_on, ends_on',
  hours_entry: 'id, contract_id, month, kind, status, hours',
};
