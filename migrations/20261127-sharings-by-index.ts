import { Migration } from '@mikro-orm/migrations';

/** Row policies look up the sharing of each row in an index, which has all columns that they need. */
export class SharingsByIndex extends Migration {
  override up(): void {
    this.addSql(changes);
  }
}

const changes = `
-- What a row policy reads of a sharing is in the index.
drop index sharing_in_force;
create index sharing_in_force on sharing (beneficiary_id, partner_id) include (scope, until, granted_by_id) where ended_at is null;
drop index sharing_of_partner;
create index sharing_of_partner on sharing (partner_id, beneficiary_id) include (scope, until, granted_by_id) where ended_at is null;
drop policy "shared" on "beneficiary";
drop policy "shared" on "name_key";
drop policy "declare" on "distinction";
drop policy "retract" on "distinction";
drop policy "shared" on "distinction";
drop policy "change" on "criterion";
drop policy "record" on "criterion";
drop policy "shared" on "criterion";
drop policy "change" on "contact";
drop policy "record" on "contact";
drop policy "shared" on "contact";
drop policy "change" on "barrier";
drop policy "record" on "barrier";
drop policy "shared" on "barrier";
drop policy "change" on "appointment";
drop policy "record" on "appointment";
drop policy "shared" on "appointment";
drop policy "close" on "pathway";
drop policy "open" on "pathway";
drop policy "shared" on "pathway";
drop policy "change" on "objective";
drop policy "record" on "objective";
drop policy "shared" on "objective";
drop policy "change" on "note";
drop policy "record" on "note";
drop policy "shared" on "note";
drop policy "seen" on "referral_text";
drop policy "sides" on "referral_message";
drop policy "write" on "referral_message";
drop policy "end" on "clause_contract";
drop policy "open" on "clause_contract";
drop policy "shared" on "clause_contract";
drop policy "complete" on "outcome";
drop policy "shared" on "outcome";
drop policy "record" on "attendance";
drop policy "seen" on "attendance";
drop policy "shared" on "step";
create policy "shared" on "beneficiary" for select to "hub_partner" using (merged_into_id is null and exists (
    select from sharing s
    where s.beneficiary_id = beneficiary.id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and access.in_force(s.ended_at, s.until)
    offset 0
  ));
create policy "shared" on "name_key" for select to "hub_partner" using (exists (
    select from sharing s
    where s.beneficiary_id = name_key.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and access.in_force(s.ended_at, s.until)
    offset 0
  ));
create policy "declare" on "distinction" for insert to "hub_partner" with check (partner_id = (select access.partner_id()) and declared_by_id = (select access.member_id()) and retracted_at is null and (select access.reads_files()) and exists (
    select from sharing s
    where s.beneficiary_id = distinction.one_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and access.in_force(s.ended_at, s.until)
    offset 0
  ) and exists (
    select from sharing s
    where s.beneficiary_id = distinction.other_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and access.in_force(s.ended_at, s.until)
    offset 0
  ));
create policy "retract" on "distinction" for update to "hub_partner" using ((select access.reads_files()) and exists (
    select from sharing s
    where s.beneficiary_id = distinction.one_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and access.in_force(s.ended_at, s.until)
    offset 0
  ) and exists (
    select from sharing s
    where s.beneficiary_id = distinction.other_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and access.in_force(s.ended_at, s.until)
    offset 0
  ) and retracted_at is null and (partner_id = (select access.partner_id())
        or (select access.partner_id()) = all (array[access.referent(one_id), access.referent(other_id)]))) with check (retracted_at is not null and retracted_by_id = (select access.member_id()));
create policy "shared" on "distinction" for select to "hub_partner" using ((select access.reads_files()) and exists (
    select from sharing s
    where s.beneficiary_id = distinction.one_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and access.in_force(s.ended_at, s.until)
    offset 0
  ) and exists (
    select from sharing s
    where s.beneficiary_id = distinction.other_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and access.in_force(s.ended_at, s.until)
    offset 0
  ));
create policy "change" on "criterion" for update to "hub_partner" using (partner_id = (select access.partner_id()) and exists (
    select from sharing s
    where s.beneficiary_id = criterion.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and access.in_force(s.ended_at, s.until)
    offset 0
  )) with check (until is not null);
create policy "record" on "criterion" for insert to "hub_partner" with check (partner_id = (select access.partner_id()) and author_id = (select access.member_id()) and exists (
    select from sharing s
    where s.beneficiary_id = criterion.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and access.in_force(s.ended_at, s.until)
    offset 0
  ));
create policy "shared" on "criterion" for select to "hub_partner" using (exists (
    select from sharing s
    where s.beneficiary_id = criterion.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and access.in_force(s.ended_at, s.until)
    offset 0
  ));
create policy "change" on "contact" for update to "hub_partner" using (removed_at is null and (select access.partner_id()) = any (array[partner_id, access.referent(beneficiary_id)]) and exists (
    select from sharing s
    where s.beneficiary_id = contact.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and access.in_force(s.ended_at, s.until)
    offset 0
  )) with check (removed_at is not null);
create policy "record" on "contact" for insert to "hub_partner" with check (partner_id = (select access.partner_id()) and author_id = (select access.member_id()) and removed_at is null and exists (
    select from sharing s
    where s.beneficiary_id = contact.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and access.in_force(s.ended_at, s.until)
    offset 0
  ));
create policy "shared" on "contact" for select to "hub_partner" using ((removed_at is null or (select access.partner_id()) = any (array[partner_id, access.referent(beneficiary_id)])) and exists (
    select from sharing s
    where s.beneficiary_id = contact.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and access.in_force(s.ended_at, s.until)
    offset 0
  ));
create policy "change" on "barrier" for update to "hub_partner" using (partner_id = (select access.partner_id()) and exists (
    select from sharing s
    where s.beneficiary_id = barrier.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and access.in_force(s.ended_at, s.until)
    offset 0
  )) with check (partner_id = (select access.partner_id()));
create policy "record" on "barrier" for insert to "hub_partner" with check (partner_id = (select access.partner_id()) and author_id = (select access.member_id()) and exists (
    select from sharing s
    where s.beneficiary_id = barrier.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and access.in_force(s.ended_at, s.until)
    offset 0
  ));
create policy "shared" on "barrier" for select to "hub_partner" using (exists (
    select from sharing s
    where s.beneficiary_id = barrier.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and access.in_force(s.ended_at, s.until)
    offset 0
  ));
create policy "change" on "appointment" for update to "hub_partner" using (partner_id = (select access.partner_id()) and exists (
    select from sharing s
    where s.beneficiary_id = appointment.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and access.in_force(s.ended_at, s.until)
    offset 0
  )) with check (status <> 'PLANNED');
create policy "record" on "appointment" for insert to "hub_partner" with check (partner_id = (select access.partner_id()) and author_id = (select access.member_id()) and exists (
    select from sharing s
    where s.beneficiary_id = appointment.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and access.in_force(s.ended_at, s.until)
    offset 0
  ));
create policy "shared" on "appointment" for select to "hub_partner" using (exists (
    select from sharing s
    where s.beneficiary_id = appointment.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and access.in_force(s.ended_at, s.until)
    offset 0
  ));
create policy "close" on "pathway" for update to "hub_partner" using (partner_id = (select access.partner_id()) and exists (
    select from sharing s
    where s.beneficiary_id = pathway.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and access.in_force(s.ended_at, s.until)
    offset 0
  )) with check (status = 'CLOSED' and closed_on is not null);
create policy "open" on "pathway" for insert to "hub_partner" with check (partner_id = (select access.partner_id()) and created_by_id = (select access.member_id()) and exists (
    select from sharing s
    where s.beneficiary_id = pathway.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and access.in_force(s.ended_at, s.until)
    offset 0
  ));
create policy "shared" on "pathway" for select to "hub_partner" using (exists (
    select from sharing s
    where s.beneficiary_id = pathway.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and access.in_force(s.ended_at, s.until)
    offset 0
  ));
create policy "change" on "objective" for update to "hub_partner" using (partner_id = (select access.partner_id()) and exists (
    select from sharing s
    where s.beneficiary_id = objective.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and access.in_force(s.ended_at, s.until)
    offset 0
  )) with check (status <> 'OPEN');
create policy "record" on "objective" for insert to "hub_partner" with check (partner_id = (select access.partner_id()) and author_id = (select access.member_id()) and exists (select from pathway p where p.id = objective.pathway_id and p.beneficiary_id = objective.beneficiary_id) and exists (
    select from sharing s
    where s.beneficiary_id = objective.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and access.in_force(s.ended_at, s.until)
    offset 0
  ));
create policy "shared" on "objective" for select to "hub_partner" using (exists (
    select from sharing s
    where s.beneficiary_id = objective.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and access.in_force(s.ended_at, s.until)
    offset 0
  ));
create policy "change" on "note" for update to "hub_partner" using (author_id = (select access.member_id()) and removed_at is null and exists (
    select from sharing s
    where s.beneficiary_id = note.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and access.in_force(s.ended_at, s.until)
    offset 0
  )) with check (author_id = (select access.member_id()));
create policy "record" on "note" for insert to "hub_partner" with check (partner_id = (select access.partner_id()) and author_id = (select access.member_id()) and removed_at is null and (pathway_id is null or exists (select from pathway p where p.id = note.pathway_id and p.beneficiary_id = note.beneficiary_id)) and exists (
    select from sharing s
    where s.beneficiary_id = note.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and access.in_force(s.ended_at, s.until)
    offset 0
  ));
create policy "shared" on "note" for select to "hub_partner" using ((visibility = 'SHARED' or partner_id = (select access.partner_id()) and (visibility = 'PARTNER' or author_id = (select access.member_id())))
      and (removed_at is null or author_id = (select access.member_id())) and exists (
    select from sharing s
    where s.beneficiary_id = note.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and access.in_force(s.ended_at, s.until)
    offset 0
  ));
create policy "seen" on "referral_text" for select to "hub_partner" using (exists (select from referral r
        where r.id = referral_text.referral_id and exists (
    select from sharing s
    where s.beneficiary_id = r.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and access.in_force(s.ended_at, s.until)
    offset 0
  )));
create policy "sides" on "referral_message" for select to "hub_partner" using (exists (select from referral r
        where r.id = referral_message.referral_id and exists (
    select from sharing s
    where s.beneficiary_id = r.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and access.in_force(s.ended_at, s.until)
    offset 0
  )));
create policy "write" on "referral_message" for insert to "hub_partner" with check (by_id = (select access.partner_id()) and author_id = (select access.member_id()) and exists (select from referral r
        where r.id = referral_message.referral_id and exists (
    select from sharing s
    where s.beneficiary_id = r.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and access.in_force(s.ended_at, s.until)
    offset 0
  ) and r.sent_at is not null)
        and (change_id is null or exists (select from referral_transition t
          where t.id = referral_message.change_id and t.referral_id = referral_message.referral_id and t.member_id = (select access.member_id()))));
create policy "end" on "clause_contract" for update to "hub_partner" using ((select current_setting('app.role', true)) = 'CLAUSE_FACILITATOR' and exists (
    select from lot l join procurement p on p.id = l.procurement_id join clause_programme g on g.id = p.programme_id
    where l.id = clause_contract.lot_id and g.partner_id = (select access.partner_id()))
        or (select access.reads_files()) and partner_id = (select access.partner_id()) and exists (
    select from sharing s
    where s.beneficiary_id = clause_contract.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and access.in_force(s.ended_at, s.until)
    offset 0
  ));
create policy "open" on "clause_contract" for insert to "hub_partner" with check ((select access.reads_files()) and partner_id = (select access.partner_id()) and created_by_id = (select access.member_id())
        and exists (
    select from sharing s
    where s.beneficiary_id = clause_contract.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and access.in_force(s.ended_at, s.until)
    offset 0
  )
        and (pathway_id is null or exists (select from pathway p
          where p.id = clause_contract.pathway_id and p.beneficiary_id = clause_contract.beneficiary_id))
        and (referral_id is null or exists (select from referral r
          where r.id = clause_contract.referral_id and r.beneficiary_id = clause_contract.beneficiary_id)));
create policy "shared" on "clause_contract" for select to "hub_partner" using ((select access.reads_files()) and exists (
    select from sharing s
    where s.beneficiary_id = clause_contract.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and access.in_force(s.ended_at, s.until)
    offset 0
  ));
create policy "complete" on "outcome" for update to "hub_partner" using (partner_id = (select access.partner_id()) and exists (
    select from sharing s
    where s.beneficiary_id = outcome.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and access.in_force(s.ended_at, s.until)
    offset 0
  )) with check (recorded_by_id <> (select access.member_id()) or verified_by_id is distinct from (select access.member_id())
        or (select current_setting('app.role', true)) = 'PARTNER_ADMINISTRATOR');
create policy "shared" on "outcome" for select to "hub_partner" using (exists (
    select from sharing s
    where s.beneficiary_id = outcome.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and access.in_force(s.ended_at, s.until)
    offset 0
  ));
create policy "record" on "attendance" for insert to "hub_partner" with check (((select access.reads_files()) or (select current_setting('app.role', true)) = 'COORDINATOR' and beneficiary_id is null and exists (
          select from forum f where f.id = attendance.forum_id and f.partner_id = (select access.partner_id())))
        and partner_id = (select access.partner_id()) and recorded_by_id = (select access.member_id()) and referral_id is null
        and (beneficiary_id is null or exists (
    select from sharing s
    where s.beneficiary_id = attendance.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and access.in_force(s.ended_at, s.until)
    offset 0
  ))
        and (exhibitor_id is null or exists (
          select from exhibitor e where e.id = attendance.exhibitor_id and e.forum_id = attendance.forum_id)));
create policy "seen" on "attendance" for select to "hub_partner" using ((beneficiary_id is null or exists (
    select from sharing s
    where s.beneficiary_id = attendance.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and access.in_force(s.ended_at, s.until)
    offset 0
  )));
create policy "shared" on "step" for select to "hub_partner" using ((visibility = 'SHARED'
        or partner_id = (select access.partner_id()) and (visibility = 'PARTNER' or author_id = (select access.member_id())))
        and exists (
    select from sharing s
    where s.beneficiary_id = step.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and access.in_force(s.ended_at, s.until)
    offset 0
  ));
`;
