import { Migration } from '@mikro-orm/migrations';

/** The committee reads releases: drawn once, never changed. The facts that followed every change are gone. */
export class CommitteeReleases extends Migration {
  override up(): void {
    this.addSql(changes);
  }
}

const changes = `
-- A new database has the functions of this version already: only those of earlier versions are dropped.
do $$ begin
  if to_regproc('facts.touch') is null then return; end if;
  drop function facts.touch() cascade;
  drop function facts.extend();
  drop function facts.stale();
  drop function facts.forget();
  drop function facts.rebuild(int, text, pg_snapshot);
  drop function facts.rebuild_cells(int, date, date);
  drop function facts.rebuild_answers(int, date, date);
  drop function facts.rebuild_indicators(int, date, date, boolean);
  drop function facts.changed(jsonb, jsonb);
  drop function facts.contribution(date, date);
  drop function facts.source(date, date);
  drop view committee.answer, committee.cell, committee.fingerprint, committee.indicator, committee.period;
  drop function committee.answer_quantiles(int[], int[], int[]);
end $$;
drop table facts.answer, facts.cell, facts.fingerprint, facts.indicator, facts.touched, facts.period;
create table committee_release (id uuid not null, as_of date not null, since date not null, made_at timestamptz(3) not null, level text not null, partners text[] not null, missing text[] not null, accompanying text[] not null, committed_hours jsonb not null, definitions jsonb not null, primary key (id));
alter table committee_release add constraint committee_release_as_of_unique unique (as_of);
create table committee_cell (id uuid not null, release_id uuid not null, subject text not null, period text not null, split text[] not null, place text[] not null, people int not null, further int null, hours int null, dominated boolean not null, primary key (id));
alter table committee_cell add constraint committee_cell_drawn_once unique (subject, period, split, place);
create table committee_closed_year (id uuid not null, year int not null, subject text not null, revision int not null, made_at timestamptz(3) not null, made_by_id uuid not null, reason text null, figures jsonb not null, primary key (id));
alter table committee_closed_year add constraint committee_closed_year_revision unique (year, subject, revision);
create table committee_closed_marks (id uuid not null, closed_year_id uuid not null, marks jsonb not null, primary key (id));
create table committee_protection (id uuid not null, level text not null, chosen_by_id uuid not null, chosen_at timestamptz(3) not null, primary key (id));
drop policy addressee on event;
create policy addressee on event for select to hub_partner using (partner_id = (select access.partner_id()) and case when topic = 'CLAUSE' then (select current_setting('app.role', true)) = 'CLAUSE_FACILITATOR' when topic = 'RETENTION' then (select current_setting('app.role', true)) = any (array['DATA_PROTECTION_OFFICER', 'PARTNER_ADMINISTRATOR']) when topic = any (array['RELEASE', 'UNANSWERED']) then (select current_setting('app.role', true)) = 'COORDINATOR' when topic = 'NOTIFICATION' then to_member_id = (select access.member_id()) else (select access.reads_files()) end);
alter table committee_release add constraint committee_release_level_check check (level in ('STRICT', 'DEFAULT', 'YEARLY'));
alter table committee_release enable row level security;
alter table committee_release force row level security;
create policy shown on committee_release for select to hub_facts, hub_system using (true);
create policy make on committee_release for insert to hub_system with check (true);
create policy listed on committee_release for select to hub_partner using (true);
alter table committee_cell add constraint committee_cell_release_id_foreign foreign key (release_id) references committee_release (id);
alter table committee_cell enable row level security;
alter table committee_cell force row level security;
create policy shown on committee_cell for select to hub_facts, hub_system using (true);
create policy make on committee_cell for insert to hub_system with check (true);
alter table committee_closed_year add constraint committee_closed_year_made_by_id_foreign foreign key (made_by_id) references member (id);
alter table committee_closed_year enable row level security;
alter table committee_closed_year force row level security;
create policy shown on committee_closed_year for select to hub_facts, hub_system using (true);
create policy make on committee_closed_year for insert to hub_system with check (true);
create policy coordinate on committee_closed_year for select to hub_partner using ((select current_setting('app.role', true)) = 'COORDINATOR');
alter table committee_closed_marks add constraint committee_closed_marks_closed_year_id_foreign foreign key (closed_year_id) references committee_closed_year (id);
alter table committee_closed_marks enable row level security;
alter table committee_closed_marks force row level security;
create policy compare on committee_closed_marks for select to hub_system using (true);
create policy keep on committee_closed_marks for insert to hub_system with check (true);
alter table committee_protection add constraint committee_protection_chosen_by_id_foreign foreign key (chosen_by_id) references member (id);
alter table committee_protection add constraint committee_protection_level_check check (level in ('STRICT', 'DEFAULT', 'YEARLY'));
alter table committee_protection enable row level security;
alter table committee_protection force row level security;
create policy shown on committee_protection for select to hub_partner, hub_system using (true);
create policy choose on committee_protection for insert to hub_partner with check ((select current_setting('app.role', true)) = 'DATA_PROTECTION_OFFICER' and chosen_by_id = (select access.member_id()) and not exists (select from committee_release));
grant usage on schema committee to hub_system;
grant select on committee_release, committee_cell, committee_closed_year to hub_facts;
grant select on committee_release, committee_protection, committee_closed_year to hub_partner;
grant insert on committee_protection to hub_partner;
grant select, insert on committee_release, committee_cell, committee_closed_year, committee_closed_marks to hub_system;
grant select on committee_protection to hub_system;
`;
