import { Migration } from '@mikro-orm/migrations';

/** The coordinator and the town's data protection officer read the log of the committee's questions, and are alerted. */
export class QuestionsOverseen extends Migration {
  override up(): void {
    this.addSql(changes);
  }
}

const changes = `
drop policy addressee on event;
drop policy note on committee_question;
drop policy choose on committee_protection;
create policy addressee on event for select to hub_partner using (partner_id = (select access.partner_id()) and case when topic = 'CLAUSE' then (select current_setting('app.role', true)) = 'CLAUSE_FACILITATOR' when topic = 'RETENTION' then (select current_setting('app.role', true)) = any (array['DATA_PROTECTION_OFFICER', 'PARTNER_ADMINISTRATOR']) when topic = any (array['RELEASE', 'UNANSWERED']) then (select current_setting('app.role', true)) = 'COORDINATOR' when topic = 'QUESTION' then (select current_setting('app.role', true)) = any (array['COORDINATOR', 'DATA_PROTECTION_OFFICER']) when topic = 'NOTIFICATION' then to_member_id = (select access.member_id()) else (select access.reads_files()) end);
alter table committee_question add partner_id uuid null;
alter table committee_question no force row level security;
alter table member no force row level security;
update committee_question q set partner_id = m.partner_id from member m where m.id = q.member_id;
alter table member force row level security;
alter table committee_question force row level security;
alter table committee_question alter column partner_id set not null;
grant select (id, member_id, asked_at, question) on committee_question to hub_system;
alter table committee_question add constraint committee_question_partner_id_foreign foreign key (partner_id) references partner (id);
create index committee_question_latest on committee_question (asked_at, id);
create policy oversee on committee_question for select to hub_partner using ((select current_setting('app.role', true)) = 'COORDINATOR' or (select audit.oversees()));
create policy watch on committee_question for select to hub_system using (true);
create policy note on committee_question for insert to hub_partner with check ((select current_setting('app.role', true)) = any (array['COMMITTEE_MEMBER', 'COORDINATOR']) and member_id = (select access.member_id()) and partner_id = (select access.partner_id()));
create policy choose on committee_protection for insert to hub_partner with check ((select audit.oversees()) and chosen_by_id = (select access.member_id()) and not exists (select from committee_release));
`;
