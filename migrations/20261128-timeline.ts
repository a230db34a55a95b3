import { Migration } from '@mikro-orm/migrations';

/** Barriers and objectives have the time at which they ended, and the entries of a timeline are read from indexes. */
export class Timeline extends Migration {
  override up(): void {
    this.addSql(changes);
  }
}

const changes = `
alter table barrier add resolved_at timestamptz(3) null;
alter table objective add closed_at timestamptz(3) null;
grant update (resolved_at) on barrier to hub_partner;
grant update (closed_at) on objective to hub_partner;
-- The time of those that ended before is the time of their last event. So that an owner who is not a superuser reads
-- the rows.
alter table barrier no force row level security;
alter table objective no force row level security;
alter table event no force row level security;
update barrier set resolved_at = e.at
from (select subject, max(at) as at from event where topic = 'BARRIER' group by subject) e
where e.subject = id and status = 'RESOLVED';
update objective set closed_at = e.at
from (select subject, max(at) as at from event where topic = 'OBJECTIVE' and kind = 'CLOSED' group by subject) e
where e.subject = id and status <> 'OPEN';
alter table event force row level security;
alter table objective force row level security;
alter table barrier force row level security;
create index outcome_of_beneficiary on outcome (beneficiary_id, occurred_on, id);
create index step_of_beneficiary on step (beneficiary_id, occurred_on, id);
`;
