-- For changes of objects in persons' files, given as a list of {topic, kind, subject}: which partners to tell, about
-- which part of which person's file. These are the partners that see the object now, and the partner whose access to
-- the person has ended by the change. A partner that no longer sees the person is told of nothing else.
create or replace function access.file_changes(changes jsonb) returns table (partner uuid, part text, person uuid)
  language sql stable security definer
  set search_path = public, pg_temp
as $$
  with change as (
    select distinct c.topic, c.kind, c.subject from jsonb_to_recordset(changes) as c(topic text, kind text, subject uuid)
  ),
  -- `only`: the partners that see the object; null for all partners with a sharing of the scope.
  changed as (
    select c.topic as part, o.beneficiary_id as person, 'IDENTITY'::sharing_scope as scope, null::uuid[] as only
    from change c join contact o on c.topic = 'CONTACT' and o.id = c.subject
    union all select c.topic, o.beneficiary_id, 'PATHWAY', null from change c join criterion o on c.topic = 'CRITERION' and o.id = c.subject
    union all select c.topic, o.beneficiary_id, 'PATHWAY', null from change c join pathway o on c.topic = 'PATHWAY' and o.id = c.subject
    union all select c.topic, o.beneficiary_id, 'PATHWAY', null from change c join outcome o on c.topic = 'OUTCOME' and o.id = c.subject
    union all select c.topic, o.beneficiary_id, 'PATHWAY', null from change c join attendance o on c.topic = 'ATTENDANCE' and o.id = c.subject
    union all select c.topic, o.beneficiary_id, 'PATHWAY', null from change c join clause_contract o on c.topic = 'CONTRACT' and o.id = c.subject
    union all select c.topic, o.beneficiary_id, 'PATHWAY', case when o.visibility <> 'SHARED' then array[o.partner_id] end
      from change c join step o on c.topic = 'STEP' and o.id = c.subject
    union all select c.topic, o.beneficiary_id, 'FOLLOW_UP', case when o.visibility <> 'SHARED' then array[o.partner_id] end
      from change c join note o on c.topic = 'NOTE' and o.id = c.subject
    union all select c.topic, o.beneficiary_id, 'FOLLOW_UP', null from change c join barrier o on c.topic = 'BARRIER' and o.id = c.subject
    union all select c.topic, o.beneficiary_id, 'FOLLOW_UP', null from change c join objective o on c.topic = 'OBJECTIVE' and o.id = c.subject
    union all select c.topic, o.beneficiary_id, 'FOLLOW_UP', null from change c join appointment o on c.topic = 'APPOINTMENT' and o.id = c.subject
    union all select c.topic, o.beneficiary_id, 'IDENTITY', array[o.from_id, case when o.sent_at is not null then o.to_id end]
      from change c join referral o on c.topic = 'REFERRAL' and o.id = c.subject
    union all select c.topic, o.beneficiary_id, 'IDENTITY', null from change c join sharing o on c.topic = 'SHARING' and o.id = c.subject
    union all select 'PERSON', c.subject, 'IDENTITY', null from change c where c.topic = 'BENEFICIARY'
  )
  select s.partner_id, c.part, c.person
  from changed c join sharing s on s.beneficiary_id = c.person and s.scope >= c.scope and access.in_force(s.ended_at, s.until)
  where c.only is null or s.partner_id = any (c.only)
  -- Clients that show a merged file by its former id.
  union select s.partner_id, 'PERSON', b.id
  from change c join beneficiary b on b.merged_into_id = c.subject
    join sharing s on s.beneficiary_id = c.subject and access.in_force(s.ended_at, s.until)
  where c.topic = 'BENEFICIARY' and c.kind = 'MERGED'
  union select o.partner_id, 'ACCESS_ENDED', o.beneficiary_id
  from change c join sharing o on o.id = c.subject
  where c.topic = 'SHARING' and c.kind in ('WITHDRAWN', 'ENDED') and not exists (select from sharing s
    where s.beneficiary_id = o.beneficiary_id and s.partner_id = o.partner_id and access.in_force(s.ended_at, s.until))
  order by 3, 2, 1
$$;

alter function access.file_changes(jsonb) owner to hub_access;
revoke all on function access.file_changes(jsonb) from public;
grant execute on function access.file_changes(jsonb) to hub_system;
