import { Migration } from '@mikro-orm/migrations';

/** What is kept of a person beyond the name, by sensitivity. */
export class Migration20261125000001 extends Migration {
  override up(): void {
    this.addSql(tables);
    this.addSql(policies);
    this.addSql(rights);
  }
}

const tables = `
create type "criterion_key" as enum ('ACTIFS', 'BENEFICIAIRES_DES_MINIMAS_SOCIAUX', 'BENEFICIAIRES_DU_RSA', 'DEMANDEURS_EMPLOI', 'DEMANDEURS_EMPLOI_DE_LONGUE_DUREE', 'ETUDIANTS', 'FAMILLES', 'PARENTS_ISOLES', 'FEMMES', 'JEUNES', 'JEUNES_SANS_QUALIFICATION', 'PERSONNES_EN_SITUATION_DE_HANDICAP', 'PERSONNES_EN_SITUATION_DURGENCE', 'RESIDENTS_QPV_FRR', 'SENIORS');
create type "contact_kind" as enum ('PHONE', 'EMAIL', 'ADDRESS');
create type "barrier_theme" as enum ('CHOISIR_UN_METIER', 'CREER_UNE_ENTREPRISE', 'DIFFICULTES_ADMINISTRATIVES_OU_JURIDIQUES', 'DIFFICULTES_FINANCIERES', 'EQUIPEMENT_ET_ALIMENTATION', 'FAMILLE', 'LECTURE_ECRITURE_CALCUL', 'LOGEMENT_HEBERGEMENT', 'MOBILITE', 'NUMERIQUE', 'PREPARER_SA_CANDIDATURE', 'REMOBILISATION', 'SANTE', 'SE_FORMER', 'SOUVRIR_A_LINTERNATIONAL', 'TROUVER_UN_EMPLOI');
create type "barrier_status" as enum ('OPEN', 'BEING_WORKED_ON', 'RESOLVED');
create type "appointment_status" as enum ('PLANNED', 'HONOURED', 'MISSED', 'CANCELLED');
create type "objective_status" as enum ('OPEN', 'REACHED', 'DROPPED');
create table "contact" (
  "id" uuid not null,
  "beneficiary_id" uuid not null,
  "partner_id" uuid not null,
  "author_id" uuid not null,
  "created_at" timestamptz(3) not null,
  "kind" "contact_kind" not null,
  "value" text not null,
  "preferred" boolean not null,
  "removed_at" timestamptz(3) null,
  primary key ("id")
);
create index "contact_of_beneficiary" on "contact" ("beneficiary_id", "created_at", "id");
create table "criterion" (
  "id" uuid not null,
  "beneficiary_id" uuid not null,
  "partner_id" uuid not null,
  "author_id" uuid not null,
  "created_at" timestamptz(3) not null,
  "key" "criterion_key" not null,
  "since" date not null,
  "until" date null,
  primary key ("id")
);
create index "criterion_of_beneficiary" on "criterion" ("beneficiary_id", "since", "id");
create table "barrier" (
  "id" uuid not null,
  "beneficiary_id" uuid not null,
  "partner_id" uuid not null,
  "author_id" uuid not null,
  "created_at" timestamptz(3) not null,
  "theme" "barrier_theme" not null,
  "status" "barrier_status" not null,
  "note" text null,
  "version" int not null,
  primary key ("id")
);
create index "barrier_of_beneficiary" on "barrier" ("beneficiary_id", "created_at", "id");
create table "objective" (
  "id" uuid not null,
  "beneficiary_id" uuid not null,
  "partner_id" uuid not null,
  "author_id" uuid not null,
  "created_at" timestamptz(3) not null,
  "pathway_id" uuid not null,
  "text" text not null,
  "status" "objective_status" not null,
  "due_on" date null,
  primary key ("id")
);
create index "objective_of_pathway" on "objective" ("pathway_id", "created_at", "id");
create index "objective_of_beneficiary" on "objective" ("beneficiary_id", "created_at", "id");
create table "appointment" (
  "id" uuid not null,
  "beneficiary_id" uuid not null,
  "partner_id" uuid not null,
  "author_id" uuid not null,
  "created_at" timestamptz(3) not null,
  "at" timestamptz(3) not null,
  "subject" text not null,
  "place" text null,
  "status" "appointment_status" not null,
  primary key ("id")
);
create index "appointment_of_beneficiary" on "appointment" ("beneficiary_id", "at", "id");
create table "note" (
  "id" uuid not null,
  "beneficiary_id" uuid not null,
  "partner_id" uuid not null,
  "author_id" uuid not null,
  "created_at" timestamptz(3) not null,
  "pathway_id" uuid null,
  "text" text not null,
  "visibility" "visibility" not null,
  "reworded_at" timestamptz(3) null,
  "removed_at" timestamptz(3) null,
  primary key ("id")
);
create index "note_of_pathway" on "note" ("pathway_id", "created_at", "id");
create index "note_of_beneficiary" on "note" ("beneficiary_id", "created_at", "id");

alter table "contact" add constraint "contact_beneficiary_id_foreign" foreign key ("beneficiary_id") references "beneficiary" ("id");
alter table "contact" add constraint "contact_partner_id_foreign" foreign key ("partner_id") references "partner" ("id");
alter table "contact" add constraint "contact_author_id_foreign" foreign key ("author_id") references "member" ("id");
alter table "contact" add constraint "contact_emptied" check ((removed_at is null) = (value <> ''));
alter table "criterion" add constraint "criterion_beneficiary_id_foreign" foreign key ("beneficiary_id") references "beneficiary" ("id");
alter table "criterion" add constraint "criterion_partner_id_foreign" foreign key ("partner_id") references "partner" ("id");
alter table "criterion" add constraint "criterion_author_id_foreign" foreign key ("author_id") references "member" ("id");
alter table "criterion" add constraint "criterion_in_order" check (until >= since);
alter table "barrier" add constraint "barrier_beneficiary_id_foreign" foreign key ("beneficiary_id") references "beneficiary" ("id");
alter table "barrier" add constraint "barrier_partner_id_foreign" foreign key ("partner_id") references "partner" ("id");
alter table "barrier" add constraint "barrier_author_id_foreign" foreign key ("author_id") references "member" ("id");
alter table "barrier" add constraint "barrier_silent_on_health" check (theme <> 'SANTE' or note is null);
alter table "objective" add constraint "objective_beneficiary_id_foreign" foreign key ("beneficiary_id") references "beneficiary" ("id");
alter table "objective" add constraint "objective_partner_id_foreign" foreign key ("partner_id") references "partner" ("id");
alter table "objective" add constraint "objective_author_id_foreign" foreign key ("author_id") references "member" ("id");
alter table "objective" add constraint "objective_pathway_id_foreign" foreign key ("pathway_id") references "pathway" ("id");
alter table "appointment" add constraint "appointment_beneficiary_id_foreign" foreign key ("beneficiary_id") references "beneficiary" ("id");
alter table "appointment" add constraint "appointment_partner_id_foreign" foreign key ("partner_id") references "partner" ("id");
alter table "appointment" add constraint "appointment_author_id_foreign" foreign key ("author_id") references "member" ("id");
alter table "note" add constraint "note_beneficiary_id_foreign" foreign key ("beneficiary_id") references "beneficiary" ("id");
alter table "note" add constraint "note_partner_id_foreign" foreign key ("partner_id") references "partner" ("id");
alter table "note" add constraint "note_author_id_foreign" foreign key ("author_id") references "member" ("id");
alter table "note" add constraint "note_pathway_id_foreign" foreign key ("pathway_id") references "pathway" ("id") on delete set null;
alter table "note" add constraint "note_emptied" check ((removed_at is null) = (text <> ''));
`;

const policies = `
alter table "contact" enable row level security;
alter table "contact" force row level security;
create policy "shared" on "contact" for select to "hub_partner" using ((removed_at is null or (select access.partner_id()) = any (array[partner_id, access.referent(beneficiary_id)])) and exists (
    select from sharing s
    where s.beneficiary_id = contact.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and s.ended_at is null and (s.until is null or s.until > now())
  ));
create policy "record" on "contact" for insert to "hub_partner" with check (partner_id = (select access.partner_id()) and author_id = (select access.member_id()) and removed_at is null and exists (
    select from sharing s
    where s.beneficiary_id = contact.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and s.ended_at is null and (s.until is null or s.until > now())
  ));
create policy "change" on "contact" for update to "hub_partner" using (removed_at is null and (select access.partner_id()) = any (array[partner_id, access.referent(beneficiary_id)]) and exists (
    select from sharing s
    where s.beneficiary_id = contact.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'IDENTITY'
      and s.ended_at is null and (s.until is null or s.until > now())
  )) with check (removed_at is not null);
alter table "criterion" enable row level security;
alter table "criterion" force row level security;
create policy "shared" on "criterion" for select to "hub_partner" using (exists (
    select from sharing s
    where s.beneficiary_id = criterion.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and s.ended_at is null and (s.until is null or s.until > now())
  ));
create policy "record" on "criterion" for insert to "hub_partner" with check (partner_id = (select access.partner_id()) and author_id = (select access.member_id()) and exists (
    select from sharing s
    where s.beneficiary_id = criterion.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and s.ended_at is null and (s.until is null or s.until > now())
  ));
create policy "change" on "criterion" for update to "hub_partner" using (partner_id = (select access.partner_id()) and exists (
    select from sharing s
    where s.beneficiary_id = criterion.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'PATHWAY'
      and s.ended_at is null and (s.until is null or s.until > now())
  )) with check (until is not null);
alter table "barrier" enable row level security;
alter table "barrier" force row level security;
create policy "shared" on "barrier" for select to "hub_partner" using (exists (
    select from sharing s
    where s.beneficiary_id = barrier.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and s.ended_at is null and (s.until is null or s.until > now())
  ));
create policy "record" on "barrier" for insert to "hub_partner" with check (partner_id = (select access.partner_id()) and author_id = (select access.member_id()) and exists (
    select from sharing s
    where s.beneficiary_id = barrier.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and s.ended_at is null and (s.until is null or s.until > now())
  ));
create policy "change" on "barrier" for update to "hub_partner" using (partner_id = (select access.partner_id()) and exists (
    select from sharing s
    where s.beneficiary_id = barrier.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and s.ended_at is null and (s.until is null or s.until > now())
  )) with check (partner_id = (select access.partner_id()));
alter table "objective" enable row level security;
alter table "objective" force row level security;
create policy "shared" on "objective" for select to "hub_partner" using (exists (
    select from sharing s
    where s.beneficiary_id = objective.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and s.ended_at is null and (s.until is null or s.until > now())
  ));
create policy "record" on "objective" for insert to "hub_partner" with check (partner_id = (select access.partner_id()) and author_id = (select access.member_id()) and exists (select from pathway p where p.id = objective.pathway_id and p.beneficiary_id = objective.beneficiary_id) and exists (
    select from sharing s
    where s.beneficiary_id = objective.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and s.ended_at is null and (s.until is null or s.until > now())
  ));
create policy "change" on "objective" for update to "hub_partner" using (partner_id = (select access.partner_id()) and exists (
    select from sharing s
    where s.beneficiary_id = objective.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and s.ended_at is null and (s.until is null or s.until > now())
  )) with check (status <> 'OPEN');
alter table "appointment" enable row level security;
alter table "appointment" force row level security;
create policy "shared" on "appointment" for select to "hub_partner" using (exists (
    select from sharing s
    where s.beneficiary_id = appointment.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and s.ended_at is null and (s.until is null or s.until > now())
  ));
create policy "record" on "appointment" for insert to "hub_partner" with check (partner_id = (select access.partner_id()) and author_id = (select access.member_id()) and exists (
    select from sharing s
    where s.beneficiary_id = appointment.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and s.ended_at is null and (s.until is null or s.until > now())
  ));
create policy "change" on "appointment" for update to "hub_partner" using (partner_id = (select access.partner_id()) and exists (
    select from sharing s
    where s.beneficiary_id = appointment.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and s.ended_at is null and (s.until is null or s.until > now())
  )) with check (status <> 'PLANNED');
alter table "note" enable row level security;
alter table "note" force row level security;
create policy "shared" on "note" for select to "hub_partner" using ((visibility = 'SHARED' or partner_id = (select access.partner_id()) and (visibility = 'PARTNER' or author_id = (select access.member_id())))
      and (removed_at is null or author_id = (select access.member_id())) and exists (
    select from sharing s
    where s.beneficiary_id = note.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and s.ended_at is null and (s.until is null or s.until > now())
  ));
create policy "record" on "note" for insert to "hub_partner" with check (partner_id = (select access.partner_id()) and author_id = (select access.member_id()) and removed_at is null and (pathway_id is null or exists (select from pathway p where p.id = note.pathway_id and p.beneficiary_id = note.beneficiary_id)) and exists (
    select from sharing s
    where s.beneficiary_id = note.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and s.ended_at is null and (s.until is null or s.until > now())
  ));
create policy "change" on "note" for update to "hub_partner" using (author_id = (select access.member_id()) and removed_at is null and exists (
    select from sharing s
    where s.beneficiary_id = note.beneficiary_id and s.partner_id = (select access.partner_id()) and s.scope >= 'FOLLOW_UP'
      and s.ended_at is null and (s.until is null or s.until > now())
  )) with check (author_id = (select access.member_id()));
`;

const rights = `
grant select, insert on contact, criterion, barrier, objective, appointment, note to hub_partner;
grant update (value, removed_at) on contact to hub_partner;
grant update (until) on criterion to hub_partner;
grant update (status, note, version) on barrier to hub_partner;
grant update (status) on objective, appointment to hub_partner;
grant update (text, reworded_at, removed_at) on note to hub_partner;
`;
