/** A statement that each connection prepares once. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

const inForce = 's.ended_at is null and (s.until is null or s.until > now())';

const access = (fields: string) => `(select json_build_object(${fields}) from sharing s
  where s.beneficiary_id = b.id and ${inForce} and s.partner_id = (select access.partner_id())
  order by s.scope desc, s.since desc, s.id desc limit 1)`;

const named = (column: string) =>
  `(select json_build_object('name', p.name) from partner p where p.id = ${column})`;

const serviceOf = (referral: string) =>
  `(select json_build_object('name', v.name) from service v where v.id = ${referral}.service_id)`;

const openFile = `
select json_build_object('beneficiary', (
  select json_build_object(
    'id', 'beneficiary_' || b.id, 'firstName', b.first_name, 'lastName', b.last_name, 'birthDate', b.birth_date,
    'district', b.district,
    'referent', (select json_build_object('id', 'partner_' || p.id, 'name', p.name) from partner p where p.id = b.referent_id),
    'access', ${access(`'scope', s.scope, 'basis', s.basis, 'until', s.until`)},
    'sharings', (select coalesce(json_agg(json_build_object('partner', json_build_object('name', p.name),
        'scope', s.scope, 'basis', s.basis, 'since', s.since, 'until', s.until) order by s.since, s.id), '[]')
      from sharing s join partner p on p.id = s.partner_id where s.beneficiary_id = b.id and ${inForce}),
    'contacts', (select coalesce(json_agg(json_build_object('kind', c.kind, 'value', c.value,
        'preferred', c.preferred) order by c.created_at, c.id), '[]')
      from contact c where c.beneficiary_id = b.id and c.removed_at is null),
    'notes', (select json_build_object('nodes', coalesce(json_agg(json_build_object('text', n.text,
        'visibility', n.visibility, 'createdAt', n.created_at, 'partner', ${named('n.partner_id')})), '[]'))
      from (select * from note n where n.beneficiary_id = b.id and n.removed_at is null
        order by n.created_at desc, n.id desc limit 5) n),
    'pathways', (select json_build_object('nodes', coalesce(json_agg(json_build_object('id', 'pathway_' || w.id,
        'objective', w.objective, 'status', w.status, 'startedOn', w.started_on, 'closedOn', w.closed_on,
        'partner', ${named('w.partner_id')},
        'steps', (select json_build_object('nodes', coalesce(json_agg(json_build_object('kind', t.kind,
            'title', t.title, 'occurredOn', t.occurred_on)), '[]'))
          from (select * from step t where t.pathway_id = w.id order by t.occurred_on desc, t.id desc limit 10) t))), '[]'))
      from (select * from pathway w where w.beneficiary_id = b.id order by w.started_on desc, w.id desc limit 10) w),
    'referrals', (select json_build_object('nodes', coalesce(json_agg(json_build_object('id', 'referral_' || r.id,
        'reference', r.reference, 'status', r.status, 'priority', r.priority, 'sentAt', r.sent_at,
        'from', ${named('r.from_id')}, 'to', ${named('r.to_id')}, 'service', ${serviceOf('r')})), '[]'))
      from (select * from referral r where r.beneficiary_id = b.id order by r.created_at desc, r.id desc limit 10) r))
  from beneficiary b where b.id = $1))::text as data`;

const inbox = `
select json_build_object('referrals', json_build_object(
  'totalCount', (select count(*) from referral where to_id = (select access.partner_id())),
  'nodes', (select coalesce(json_agg(json_build_object('id', 'referral_' || r.id, 'reference', r.reference,
      'priority', r.priority, 'status', r.status, 'sentAt', r.sent_at, 'seenAt', r.seen_at,
      'from', ${named('r.from_id')}, 'service', ${serviceOf('r')},
      'beneficiary', (select json_build_object('id', 'beneficiary_' || b.id, 'firstName', b.first_name,
        'lastName', b.last_name) from beneficiary b where b.id = r.beneficiary_id))), '[]')
    from (select * from referral where to_id = (select access.partner_id())
      order by created_at desc, id desc limit 50) r)))::text as data`;

const pathways = `
select json_build_object('pathways', json_build_object('nodes', (
  select coalesce(json_agg(json_build_object('id', 'pathway_' || w.id, 'objective', w.objective, 'status', w.status,
    'startedOn', w.started_on, 'closedOn', w.closed_on, 'partner', ${named('w.partner_id')},
    'beneficiary', (select json_build_object('id', 'beneficiary_' || b.id, 'firstName', b.first_name,
      'lastName', b.last_name) from beneficiary b where b.id = w.beneficiary_id),
    'steps', (select json_build_object('nodes', coalesce(json_agg(json_build_object('id', 'step_' || t.id,
        'kind', t.kind, 'title', t.title, 'occurredOn', t.occurred_on)), '[]'))
      from (select * from step t where t.pathway_id = w.id order by t.occurred_on desc, t.id desc limit 3) t))), '[]')
  from (select * from pathway order by started_on desc, id desc limit 100) w)))::text as data`;

/** By the index of keys in the order of names, as the hub does for a partner with many persons; `start` has three letters. */
const search = `
select json_build_object('beneficiaries', json_build_object('nodes', (
  select coalesce(json_agg(json_build_object('id', 'beneficiary_' || b.id, 'firstName', b.first_name,
    'lastName', b.last_name, 'birthDate', b.birth_date, 'district', b.district, 'referent', ${named('b.referent_id')},
    'access', ${access(`'scope', s.scope, 'until', s.until`)})), '[]')
  from (select b.* from (
      select distinct k.sort_name, k.beneficiary_id from name_key k
      where k.start = left($1, 3) and case when k.key >= $1 then k.key < $2 else false end
      order by k.sort_name, k.beneficiary_id limit 20) k
    join beneficiary b on b.id = k.beneficiary_id
    order by k.sort_name, k.beneficiary_id) b)))::text as data`;

const keyOf = (id: string) => id.slice(id.indexOf('_') + 1);

/** The statement of each case that reads, from the variables of its document. */
export const reads: Readonly<Record<string, (variables: Record<string, string>) => Prepared>> = {
  a: ({ id = '' }) => ({ name: 'a', text: openFile, values: [keyOf(id)] }),
  b: () => ({ name: 'b', text: inbox, values: [] }),
  c: () => ({ name: 'c', text: pathways, values: [] }),
  d: ({ search: begin = '' }) => ({ name: 'd', text: search, values: [begin, `${begin}\u{10FFFF}`] }),
};
