import { Migration } from '@mikro-orm/migrations';

/** The delays of referrals and the public holidays are in the database too, so that statements can compute with them. */
export class ReferralDelays extends Migration {
  override up(): void {
    this.addSql(changes);
  }
}

const changes = `
-- The delays of referrals for all processes, from the code and the configuration of the last started one. A delay
-- without a count is not in force.
create table access.referral_delay (
  place int primary key,
  does text not null,
  priority referral_priority null,
  statuses referral_status[] not null,
  since text not null check (since in ('SENT', 'STATE')),
  count int null,
  unit text not null check (unit in ('hours', 'days', 'working days'))
);
alter table access.referral_delay enable row level security;
alter table access.referral_delay force row level security;
create policy known on access.referral_delay for select to hub_partner, hub_system using (true);
create policy configure on access.referral_delay for insert to hub_system with check (true);
create policy configure_again on access.referral_delay for update to hub_system using (true) with check (true);
grant select on access.referral_delay to hub_partner, hub_system;
grant insert, update on access.referral_delay to hub_system;

-- The public holidays of the town.
create table access.holiday (day date primary key);
alter table access.holiday enable row level security;
alter table access.holiday force row level security;
create policy known on access.holiday for select to hub_partner, hub_system using (true);
create policy add on access.holiday for insert to hub_system with check (true);
grant select on access.holiday to hub_partner, hub_system;
grant insert on access.holiday to hub_system;
`;
