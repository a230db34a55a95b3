import { Migration } from '@mikro-orm/migrations';

/** A withdrawal beats every earlier fact, and no access outlives the access that it was derived from. */
export class Migration20261127200002 extends Migration {
  override up(): void {
    this.addSql(columns);
    this.addSql(reading);
    this.addSql(granting);
    this.addSql(ending);
    this.addSql(rights);
  }
}

const columns = `
create type "referral_access_limit" as enum ('SENDER', 'PERSON');
alter table "referral" add column "access_limit" "referral_access_limit" null;
alter table "sharing" add column "agreed_after_withdrawal" boolean not null default false, add column "withdrawn_at" timestamptz(3) null;
alter table sharing no force row level security;
update sharing set withdrawn_at = ended_at
  where basis <> 'REFERENT' and ended_at is not null and coalesce(end_reason, '')
    <> all (array['extended', 'accepted', 'declined', 'cancelled', 'expired', 'entered_in_error', 'RETENTION']);
alter table sharing force row level security;
`;

const reading = `
create function access.day(at timestamptz) returns date language sql immutable
  return (at at time zone 'Europe/Paris')::date;

-- One at a time for each person: who grants, and who ends what was granted, see each other's rows.
create function access.lock_sharings(person uuid) returns void language sql
begin atomic
  select pg_advisory_xact_lock(hashtextextended('sharing ' || person, 0));
end;

-- What a new agreement of a person with a partner is checked against: when the person was informed, and when they
-- last withdrew from the partner. No row when the viewer's partner does not see the person.
create function access.consent(person uuid, partner uuid) returns table (informed_on date, withdrawn_at timestamptz, withdrawn_on date)
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  -- Before it looks: whoever ends what was granted at the same moment is over then.
  perform access.lock_sharings(person);
  return query
    select b.informed_on, w.at, access.day(w.at)
    from beneficiary b, lateral (
      select max(s.withdrawn_at)::timestamptz as at from sharing s where s.beneficiary_id = b.id and s.partner_id = partner) w
    where b.id = person and access.scope(person) is not null;
end $$;

-- The referrals of a person to a partner that are sent and not closed.
create function access.open_referrals(person uuid, partner uuid) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
as $$
  select r.id from referral r
  where r.beneficiary_id = person and r.to_id = partner and r.sent_at is not null and r.closed_at is null
    and access.scope(person) is not null
  order by r.id
$$;

-- As before, and no further than the sender may still see the person, and nothing once the person has withdrawn
-- from the receiver since the referral was sent, or since they agreed: a merge may bring a withdrawal.
create or replace function access.granted(referral uuid, person uuid, sender uuid, until timestamptz) returns sharing_scope language sql stable security definer
  set search_path = public, pg_temp
as $$
  select least(r.scope, g.scope)
  from referral r
  join sharing s on s.referral_id = r.id and s.beneficiary_id = person and s.partner_id = r.to_id
    and s.granted_by_id = sender and s.ended_at is null
    and (s.until is null or s.until > now() and s.until >= granted.until)
  join sharing g on g.beneficiary_id = person and g.partner_id = sender and g.ended_at is null
    and (g.until is null or g.until > now())
  where r.id = referral and r.beneficiary_id = person and r.from_id = sender and r.to_id = access.partner_id()
    and r.status in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD')
    and not exists (select from sharing w
      where w.beneficiary_id = person and w.partner_id = r.to_id
        and (w.withdrawn_at >= s.since or s.agreed_on < access.day(w.withdrawn_at)))
  order by g.scope desc
  limit 1
$$;
`;

const granting = `
-- An agreement comes after the person was informed and after they last withdrew from the partner; what is granted on
-- it reaches no further, and lasts no longer, than the access of the partner that grants it.
create function access.agreement_holds() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  informed date;
  withdrawn date;
  ends timestamptz;
begin
  perform access.lock_sharings(new.beneficiary_id);
  select b.informed_on into informed from beneficiary b where b.id = new.beneficiary_id;
  select access.day(max(s.withdrawn_at)) into withdrawn from sharing s
    where s.beneficiary_id = new.beneficiary_id and s.partner_id = new.partner_id;
  select max(coalesce(s.until, 'infinity')) into ends from sharing s
    where s.beneficiary_id = new.beneficiary_id and s.partner_id = new.granted_by_id and s.scope >= new.scope
      and s.ended_at is null and (s.until is null or s.until > now());
  -- Whoever accepts a referral has what access.granted() gives, on an agreement that was checked when it was sent.
  if new.partner_id <> access.partner_id() and (new.agreed_on is null or new.agreed_on < informed
    or new.agreed_on < withdrawn or new.agreed_on = withdrawn and not new.agreed_after_withdrawal) then
    raise exception 'an agreement comes after the information and after the last withdrawal of the person'
      using errcode = 'insufficient_privilege';
  end if;
  if ends is null then
    raise exception 'a partner grants no more than it has' using errcode = 'insufficient_privilege';
  end if;
  if new.until > ends then
    new.until := ends;
  end if;
  return new;
end $$;
create trigger consent_agreement_holds before insert on sharing
  for each row when (current_user = 'hub_partner' and new.basis <> 'REFERENT') execute function access.agreement_holds();

create function access.informed_before() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if exists (select from beneficiary b where b.id = new.beneficiary_id and b.informed_on > new.agreed_on) then
    raise exception 'an agreement comes after the information of the person' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger consent_informed_before before insert on attendance
  for each row when (current_user = 'hub_partner' and new.agreed_on is not null) execute function access.informed_before();
`;

const ending = `
-- What partners were granted of a person by a partner that does not see them that far any more. An open referral
-- keeps the identity, without which it cannot be handled. left_scope: how far each goes on; null when not at all.
create function rights.ungrounded(person uuid) returns table (id uuid, left_scope sharing_scope)
  language sql stable set search_path = public, pg_temp
as $$
  with recursive grounded(partner_id, scope) as (
    select s.partner_id, s.scope from sharing s
      where s.beneficiary_id = person and s.basis = 'REFERENT' and s.ended_at is null
    union
    select s.partner_id, least(s.scope, g.scope) from grounded g
      join sharing s on s.granted_by_id = g.partner_id and s.beneficiary_id = person
      where s.basis <> 'REFERENT' and s.ended_at is null
  ), has as (
    select s.id, s.scope,
      (select max(g.scope) from grounded g where g.partner_id = s.granted_by_id) as ground,
      exists (select from referral r where r.id = s.referral_id and r.closed_at is null) as handled
    from sharing s
    where s.beneficiary_id = person and s.basis <> 'REFERENT' and s.ended_at is null and (s.until is null or s.until > now())
  )
  select has.id, case when handled then greatest(ground, 'IDENTITY') else ground end
  from has where scope > coalesce(case when handled then greatest(ground, 'IDENTITY') else ground end, 'IDENTITY')
    or not handled and ground is null
$$;

-- Brings down what was derived from an access that is no more, however it ended; both sides are told.
create function rights.bring_down(person uuid) returns void language plpgsql set search_path = public, pg_temp
as $$
declare
  it record;
  at timestamptz(3) := clock_timestamp();
begin
  perform access.lock_sharings(person);
  for it in
    update sharing s set ended_at = at, end_reason = 'derived' from rights.ungrounded(person) u
    where s.id = u.id returning s.*, u.left_scope
  loop
    if it.left_scope is not null then
      insert into sharing (id, beneficiary_id, partner_id, scope, basis, since, until, agreed_on, method, agreed_after_withdrawal,
          referral_id, granted_by_id, recorded_by_id, informed_by_id)
        values (gen_random_uuid(), it.beneficiary_id, it.partner_id, it.left_scope, it.basis, at, it.until, it.agreed_on,
          it.method, it.agreed_after_withdrawal, it.referral_id, it.granted_by_id, it.recorded_by_id, it.informed_by_id);
    end if;
    insert into event (id, partner_id, topic, kind, subject)
      select gen_random_uuid(), told, 'SHARING', 'ENDED', it.id from unnest(array[it.partner_id, it.granted_by_id]) told;
    update referral r set access_limit = 'SENDER' where r.id = it.referral_id and r.closed_at is null;
    if found then
      insert into event (id, partner_id, topic, kind, subject)
        select gen_random_uuid(), told, 'REFERRAL', 'ACCESS_LIMITED', it.referral_id
        from unnest(array[it.partner_id, it.granted_by_id]) told;
    end if;
  end loop;
end $$;

create function rights.bring_down_derived() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform rights.bring_down(new.beneficiary_id);
  return null;
end $$;
create trigger consent_sharing_ends after update of ended_at on sharing
  for each row when (old.ended_at is null and new.ended_at is not null) execute function rights.bring_down_derived();
create trigger consent_referral_closes after update of closed_at on referral
  for each row when (old.closed_at is null and new.closed_at is not null and new.sent_at is not null)
  execute function rights.bring_down_derived();

-- Ends all that a partner may see of a person, for the person, and has it that nothing that was agreed before counts
-- any more. For the partner itself, the referent and the partners that granted something of it; no row to others.
create function rights.withdraw(person uuid, partner uuid, because text, at timestamptz)
  returns table (id uuid, granted_by_id uuid, ended boolean)
  language plpgsql security definer set search_path = public, pg_temp
as $$
#variable_conflict use_column
declare
  me uuid := access.partner_id();
begin
  perform access.lock_sharings(person);
  if access.scope(person) is null or not exists (
    select from sharing s join beneficiary b on b.id = s.beneficiary_id
    where s.beneficiary_id = person and s.partner_id = withdraw.partner and s.basis <> 'REFERENT'
      and me = any (array[s.partner_id, s.granted_by_id, b.referent_id])) then
    return;
  end if;
  return query
    with earlier as (
      select s.id, s.ended_at is null or s.end_reason = 'derived' and s.ended_at >= now() as open from sharing s
      where s.beneficiary_id = person and s.partner_id = withdraw.partner and s.basis <> 'REFERENT')
    update sharing s set withdrawn_at = at, ended_at = coalesce(s.ended_at, at),
      end_reason = case when open then because else s.end_reason end,
      ended_by_id = case when open then access.member_id() else s.ended_by_id end
    from earlier where earlier.id = s.id
    returning s.id, s.granted_by_id, open;
end $$;
`;

const rights = `
grant update (withdrawn_at) on sharing to hub_partner;
grant update (access_limit) on referral to hub_partner;
grant insert, update (withdrawn_at, ended_by_id) on sharing to hub_rights;
grant update (access_limit) on referral to hub_rights;
grant insert on event to hub_rights;

revoke all on function access.day(timestamptz), access.consent(uuid, uuid), access.open_referrals(uuid, uuid), access.lock_sharings(uuid),
  access.agreement_holds(), access.informed_before(), rights.ungrounded(uuid), rights.bring_down(uuid), rights.bring_down_derived(),
  rights.withdraw(uuid, uuid, text, timestamptz) from public;
grant execute on function access.day(timestamptz), access.lock_sharings(uuid) to hub_partner, hub_system, hub_access, hub_rights;
grant execute on function access.consent(uuid, uuid), access.open_referrals(uuid, uuid), rights.withdraw(uuid, uuid, text, timestamptz) to hub_partner;
grant execute on function rights.ungrounded(uuid), rights.bring_down(uuid), access.scope(uuid), access.member_id() to hub_rights;
grant create on schema access to hub_access;
alter function access.consent(uuid, uuid) owner to hub_access;
alter function access.open_referrals(uuid, uuid) owner to hub_access;
alter function access.agreement_holds() owner to hub_access;
alter function access.informed_before() owner to hub_access;
revoke create on schema access from hub_access;
grant create on schema rights to hub_rights;
alter function rights.bring_down_derived() owner to hub_rights;
alter function rights.withdraw(uuid, uuid, text, timestamptz) owner to hub_rights;
revoke create on schema rights from hub_rights;
`;
