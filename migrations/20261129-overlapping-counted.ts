import { Migration } from '@mikro-orm/migrations';

/** The length of a series of overlapping questions is counted when a question is logged. */
export class OverlappingCounted extends Migration {
  override up(): void {
    this.addSql(changes);
  }
}

const changes = `
alter table committee_question add overlapping int not null default 1;
grant select (overlapping) on committee_question to hub_system;
alter table committee_question no force row level security;
update committee_question q set overlapping = (
  select count(distinct (o.question -> 'measures', o.question -> 'by', o.question -> 'filter'))
  from committee_question o
  where o.member_id = q.member_id and o.asked_at <= q.asked_at and o.asked_at > q.asked_at - interval '24 hours'
    and o.question ->> 'subject' = q.question ->> 'subject'
    and o.question ->> 'from' < q.question ->> 'until' and o.question ->> 'until' > q.question ->> 'from');
alter table committee_question force row level security;
`;
