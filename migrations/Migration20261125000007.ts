import { Migration } from '@mikro-orm/migrations';

/** Members, services and partners as they are managed. */
export class Migration20261125000007 extends Migration {
  override up(): void {
    this.addSql(tables);
    this.addSql(functions);
    this.addSql(policies);
    this.addSql(rights);
  }
}

const tables = `
alter table "member" alter column "email" drop not null;
alter table "member" add constraint "member_is_reached" check (email is not null or kind = 'MACHINE');

create type "service_theme" as enum ('CHOISIR_UN_METIER', 'CREER_UNE_ENTREPRISE', 'DIFFICULTES_ADMINISTRATIVES_OU_JURIDIQUES', 'DIFFICULTES_FINANCIERES', 'EQUIPEMENT_ET_ALIMENTATION', 'FAMILLE', 'LECTURE_ECRITURE_CALCUL', 'LOGEMENT_HEBERGEMENT', 'MOBILITE', 'NUMERIQUE', 'PREPARER_SA_CANDIDATURE', 'REMOBILISATION', 'SANTE', 'SE_FORMER', 'SOUVRIR_A_LINTERNATIONAL', 'TROUVER_UN_EMPLOI');
create type "service_public" as enum ('TOUS_PUBLICS', 'ACTIFS', 'BENEFICIAIRES_DES_MINIMAS_SOCIAUX', 'DEMANDEURS_EMPLOI', 'ETUDIANTS', 'FAMILLES', 'FEMMES', 'JEUNES', 'PERSONNES_EN_SITUATION_DE_HANDICAP', 'PERSONNES_EN_SITUATION_DURGENCE', 'PERSONNES_EN_SITUATION_JURIDIQUE_SPECIFIQUE', 'PERSONNES_EXILEES', 'RESIDENTS_QPV_FRR', 'SENIORS');
create type "service_status" as enum ('OPEN', 'CLOSED');
create table "service" (
  "id" uuid not null,
  "partner_id" uuid not null,
  "name" text not null,
  "themes" "service_theme"[] not null,
  "publics" "service_public"[] not null,
  "capacity" int null,
  "capacity_updated_at" timestamptz(3) null,
  "contact" text not null,
  "status" "service_status" not null,
  primary key ("id")
);
create index "service_of_partner" on "service" ("partner_id", "name", "id");
alter table "service" add constraint "service_partner_id_foreign" foreign key ("partner_id") references "partner" ("id");
`;

const functions = `
-- Whether a partner has no member yet, for the coordinator who adds it.
create function access.has_nobody(partner uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp
as $$
  select current_setting('app.role', true) = 'COORDINATOR'
    and not exists (select from member m where m.partner_id = partner)
$$;

-- The referrals that wait for an answer, for coordinators: nothing that names a person.
create function access.unanswered_referrals()
  returns table (reference text, from_id uuid, to_id uuid, priority referral_priority, sent_at timestamptz(3), days_waiting int)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select r.reference, r.from_id, r.to_id, r.priority, r.sent_at,
    extract(day from now() - r.sent_at)::int
  from referral r
  where current_setting('app.role', true) = 'COORDINATOR' and r.status = any (array['REQUESTED', 'IN_REVIEW', 'WAITLISTED']::referral_status[])
$$;

create view "unanswered_referral" with (security_invoker = true) as
  select reference, from_id, to_id, priority, sent_at, days_waiting from access.unanswered_referrals();
`;

const inRole = (role: string) => `(select current_setting('app.role', true)) = '${role}'`;
const manages = `${inRole('PARTNER_ADMINISTRATOR')} and partner_id = (select access.partner_id())`;
const atFittingPartner = `exists (select from partner p where p.id = member.partner_id and case
        when role = 'COORDINATOR' then p.kind = 'TOWN'
        when role = any (array['COMMITTEE_MEMBER'::member_role, 'CLAUSE_FACILITATOR'::member_role]) then p.kind <> 'ASSOCIATION'
        else true end)`;

const policies = `
create policy "add" on "partner" for insert to "hub_partner" with check (${inRole('COORDINATOR')});
create policy "rename" on "partner" for update to "hub_partner" using (${inRole('COORDINATOR')});
create policy "join" on "member" for insert to "hub_partner" with check (subject is null and deactivated_at is null and ${atFittingPartner} and (${manages}
        or ${inRole('COORDINATOR')} and kind = 'PERSON' and role = 'PARTNER_ADMINISTRATOR' and access.has_nobody(partner_id)));
create policy "manage" on "member" for update to "hub_partner" using (${manages}) with check (${manages} and ${atFittingPartner});
create policy "access" on "member" for select to "hub_access" using (true);
alter table "service" enable row level security;
alter table "service" force row level security;
create policy "directory" on "service" for select to "hub_partner" using (true);
create policy "add" on "service" for insert to "hub_partner" with check (${manages});
create policy "change" on "service" for update to "hub_partner" using (${manages}) with check (${manages});
`;

const rights = `
grant insert on partner, member to hub_partner;
grant update (name) on partner to hub_partner;
grant update (role, deactivated_at) on member to hub_partner;
grant select, insert on service to hub_partner;
grant update (name, themes, publics, capacity, capacity_updated_at, contact, status) on service to hub_partner;
grant select on unanswered_referral to hub_partner;

revoke all on function access.has_nobody(uuid), access.unanswered_referrals() from public;
grant execute on function access.has_nobody(uuid), access.unanswered_referrals() to hub_partner;
grant select on member to hub_access;
grant create on schema access to hub_access;
alter function access.has_nobody(uuid) owner to hub_access;
alter function access.unanswered_referrals() owner to hub_access;
revoke create on schema access from hub_access;
`;
