import { Migration } from '@mikro-orm/migrations';

/** Sums are exact, for whoever sees all rows behind them; the town's coordinator counts visitors of its forums. */
export class Migration20261127500002 extends Migration {
  override up(): void {
    this.addSql(`
drop policy "record" on "attendance";
create policy "record" on "attendance" for insert to "hub_partner" with check (((select access.reads_files()) or (select current_setting('app.role', true)) = 'COORDINATOR' and beneficiary_id is null and exists (
          select from forum f where f.id = attendance.forum_id and f.partner_id = (select access.partner_id())))
        and partner_id = (select access.partner_id()) and recorded_by_id = (select access.member_id()) and referral_id is null
        and (beneficiary_id is null or exists (
    select from sharing s
    where s.beneficiary_id = attendance.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and s.ended_at is null and (s.until is null or s.until > now())
  ))
        and (exhibitor_id is null or exists (
          select from exhibitor e where e.id = attendance.exhibitor_id and e.forum_id = attendance.forum_id)));
create policy "access" on "attendance" for select to "hub_access" using (true);
alter policy "system" on "hours_entry" to "hub_system", "hub_access";
grant select on attendance, hours_entry to hub_access;

-- How many contracts a lot has, whoever asks.
create function access.contracts_of(lot uuid) returns bigint language sql stable security definer
  set search_path = public, pg_temp
begin atomic
  select count(*) from clause_contract c where c.lot_id = contracts_of.lot;
end;

-- What the months of a lot come to over all contracts, as the view lot_month says of each month: hours that were
-- validated, and in place of those that are not known what the contract did in a month on average.
create function access.lot_hours(lot uuid) returns table (done numeric, forecast numeric) language sql stable security definer
  set search_path = public, pg_temp
begin atomic
  select round(coalesce(sum(t.done), 0), 2),
    round(coalesce(sum(t.done + case when t.known > 0 then t.done / t.known * (t.months - t.known) else 0 end), 0), 2)
  from (
    select sum(coalesce(h.hours, 0)) as done, count(*) as months,
      count(*) filter (where h.id is not null
        or m.month < date_trunc('month', now() at time zone 'Europe/Paris') - interval '1 month') as known
    from clause_contract c
    join lot l on l.id = c.lot_id
    cross join lateral generate_series(date_trunc('month', c.starts_on::timestamp),
      least(c.ends_on, l.ends_on)::timestamp, interval '1 month') m (month)
    left join hours_entry h on h.contract_id = c.id and h.month = m.month::date and h.kind = 'WORK' and h.status = 'VALIDATED'
    where c.lot_id = lot_hours.lot
    group by c.id
  ) t;
end;

-- How many records of visitors a forum has and how many people they stand for, whoever asks.
create function access.counted_at(forum uuid) returns table (records bigint, people int) language sql stable security definer
  set search_path = public, pg_temp
begin atomic
  select count(*), coalesce(sum(a.people), 0)::int from attendance a where a.forum_id = counted_at.forum;
end;

revoke all on function access.contracts_of(uuid), access.lot_hours(uuid), access.counted_at(uuid) from public;
grant execute on function access.contracts_of(uuid), access.lot_hours(uuid), access.counted_at(uuid) to hub_partner;
grant create on schema access to hub_access;
alter function access.contracts_of(uuid) owner to hub_access;
alter function access.lot_hours(uuid) owner to hub_access;
alter function access.counted_at(uuid) owner to hub_access;
revoke create on schema access from hub_access;
`);
  }
}
