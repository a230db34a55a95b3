import type pg from 'pg';

/*
 * Rows that the demonstration town does not have, because no command has run in it, and that a town in use has: the
 * events of its referrals, and the pseudonyms of the persons who were shown.
 */

/** An event for each side of each change of a referral. All consumers have consumed them. */
export async function writeEvents(owner: pg.Client, consumers: readonly string[]): Promise<void> {
  await owner.query(`
    insert into event (id, at, partner_id, topic, kind, subject, by_id, member_id)
    select (left(t.id::text, 20) || left(md5(t.id::text || side.partner_id), 15))::uuid, t.at, side.partner_id,
      'REFERRAL', case t."to" when 'REQUESTED' then 'SENT' else t."to"::text end, t.referral_id, t.by_id, t.member_id
    from referral_transition t join referral r on r.id = t.referral_id
    cross join lateral (values (r.from_id), (r.to_id)) side(partner_id)
    where t."to" <> 'DRAFT'
    order by t.id`);
  await owner.query(
    `insert into event_consumer (name, xid, id)
     select name, pg_snapshot_xmax(pg_current_snapshot()), 'ffffffff-ffff-ffff-ffff-ffffffffffff' from unnest($1::text[]) name
     on conflict (name) do update set xid = excluded.xid, id = excluded.id`,
    [consumers],
  );
}

/** A pseudonym for each person, with the chain of changes that the audit verifies. */
export async function writePseudonyms(owner: pg.Client): Promise<void> {
  await owner.query(`
    insert into audit.subject (pseudonym, beneficiary_id, salt)
    select md5('pseudonym of ' || id)::uuid, id, md5('salt of ' || id)::uuid from beneficiary b
    where not exists (select from audit.subject s where s.beneficiary_id = b.id) order by id`);
  await owner.query(`
    create temp table link as
    select h.id + row_number() over (order by s.beneficiary_id) as id, s.pseudonym,
      audit.commitment(s.pseudonym, s.salt, s.beneficiary_id) as commitment
    from audit.subject s, audit.subject_head h
    where not exists (select from audit.subject_change c where c.pseudonym = s.pseudonym)`);
  await owner.query('create unique index on link (id)');
  await owner.query('analyze link');
  await owner.query(`
    with recursive chain as (
      select id, null::uuid as pseudonym, null::bytea as commitment, null::bytea as previous, hash from audit.subject_head
      union all
      select l.id, l.pseudonym, l.commitment, c.hash,
        sha256(c.hash || audit.change_content(l.id, now()::timestamptz(3), l.pseudonym, l.commitment))
      from chain c join link l on l.id = c.id + 1
    )
    insert into audit.subject_change (id, at, pseudonym, commitment, previous, hash)
    select id, now(), pseudonym, commitment, previous, hash from chain where pseudonym is not null`);
  await owner.query(`update audit.subject_head h set id = c.id, hash = c.hash
    from (select id, hash from audit.subject_change order by id desc limit 1) c`);
  await owner.query('drop table link');
}
