import { createHash } from 'node:crypto';
import pg from 'pg';

/** A query, and a hand-written SQL statement that returns the same answer. */
export interface Compared {
  readonly query: string;
  readonly sql: (person: string) => string;
}

export const openFile: Compared = {
  query: `query ($id: ID!) {
    beneficiary(id: $id) {
      id firstName lastName birthDate referent { name } access { scope basis } sharings { scope partner { name } }
      pathways { nodes { id objective status startedOn partner { name } steps { nodes { kind title occurredOn partner { name } } } } }
      referrals { nodes { reference status purpose from { name } to { name } } }
    }
  }`,
  sql: (person) => `
    select json_build_object('beneficiary', json_build_object(
      'id', 'beneficiary_' || b.id, 'firstName', b.first_name, 'lastName', b.last_name, 'birthDate', b.birth_date,
      'referent', json_build_object('name', r.name),
      'access', (select json_build_object('scope', s.scope, 'basis', s.basis) from sharing s
        where s.beneficiary_id = b.id and s.partner_id = access.partner_id() and s.ended_at is null and (s.until is null or s.until > now())
        order by s.scope desc, s.since desc, s.id desc limit 1),
      'sharings', (select coalesce(json_agg(json_build_object('scope', s.scope, 'partner', json_build_object('name', p.name)) order by s.since, s.id), '[]')
        from sharing s join partner p on p.id = s.partner_id
        where s.beneficiary_id = b.id and s.ended_at is null and (s.until is null or s.until > now())),
      'pathways', json_build_object('nodes', (select coalesce(json_agg(json_build_object(
          'id', 'pathway_' || w.id, 'objective', w.objective, 'status', w.status, 'startedOn', w.started_on, 'partner', json_build_object('name', w.name),
          'steps', json_build_object('nodes', (select coalesce(json_agg(json_build_object(
              'kind', t.kind, 'title', t.title, 'occurredOn', t.occurred_on, 'partner', json_build_object('name', t.name))), '[]')
            from (select t.*, p.name from step t join partner p on p.id = t.partner_id
              where t.pathway_id = w.id order by t.occurred_on, t.id limit 20) t)))), '[]')
        from (select w.*, p.name from pathway w join partner p on p.id = w.partner_id
          where w.beneficiary_id = b.id order by w.started_on desc, w.id desc limit 20) w)),
      'referrals', json_build_object('nodes', (select coalesce(json_agg(json_build_object(
          'reference', f.reference, 'status', f.status, 'purpose', (select t.text from referral_text t where t.id = f.id),
          'from', json_build_object('name', f.from_name), 'to', json_build_object('name', f.to_name))), '[]')
        from (select f.*, a.name as from_name, z.name as to_name from referral f join partner a on a.id = f.from_id join partner z on z.id = f.to_id
          where f.beneficiary_id = b.id order by f.created_at desc, f.id desc limit 20) f))))::text as data
    from beneficiary b join partner r on r.id = b.referent_id where b.id = '${person}'`,
};

export const inbox: Compared = {
  query: `{ referrals(first: 50) { totalCount nodes {
    id reference status priority sentAt version from { name slug } beneficiary { firstName lastName district }
  } pageInfo { hasNextPage } } }`,
  sql: () => `
    select json_build_object('referrals', json_build_object(
      'totalCount', (select count(*) from referral where to_id = (select access.partner_id())),
      'nodes', coalesce(json_agg(json_build_object(
        'id', 'referral_' || r.id, 'reference', r.reference, 'status', r.status, 'priority', r.priority, 'sentAt', r.sent_at, 'version', r.version,
        'from', json_build_object('name', p.name, 'slug', p.slug),
        'beneficiary', (select json_build_object('firstName', b.first_name, 'lastName', b.last_name, 'district', b.district)
          from beneficiary b where b.id = r.beneficiary_id)) order by r.created_at desc, r.id desc) filter (where r.place <= 50), '[]'),
      'pageInfo', json_build_object('hasNextPage', count(*) > 50)))::text as data
    from (select r.*, row_number() over () as place from
      (select * from referral where to_id = (select access.partner_id()) order by created_at desc, id desc limit 51) r) r
    join partner p on p.id = r.from_id`,
};

export const manyPathways: Compared = {
  query: `{ pathways(first: 100) { nodes { id objective status startedOn steps(last: 3) { nodes { title occurredOn kind } } } } }`,
  sql: () => `
    select json_build_object('pathways', json_build_object('nodes', json_agg(json_build_object(
      'id', 'pathway_' || w.id, 'objective', w.objective, 'status', w.status, 'startedOn', w.started_on,
      'steps', json_build_object('nodes', (select coalesce(json_agg(json_build_object(
          'title', t.title, 'occurredOn', t.occurred_on, 'kind', t.kind) order by t.occurred_on, t.id), '[]')
        from (select * from step where pathway_id = w.id order by occurred_on desc, id desc limit 3) t)))
      order by w.started_on desc, w.id desc)))::text as data
    from (select * from pathway order by started_on desc, id desc limit 100) w`,
};

/** One database connection with the hub's role and row policies, which runs hand-written statements. */
export class BareServer {
  readonly #client: pg.Client;

  constructor(ownerUrl: string) {
    this.#client = new pg.Client({
      connectionString: ownerUrl,
      options: '-c timezone=UTC -c plan_cache_mode=force_generic_plan',
    });
  }

  async open(viewer: { readonly member: string; readonly partner: string }): Promise<this> {
    await this.#client.connect();
    await this.#client.query('set role hub_partner');
    await this.#client.query(
      `select set_config('app.member_id', $1, false), set_config('app.partner_id', $2, false), set_config('app.role', 'CASEWORKER', false)`,
      [viewer.member, viewer.partner],
    );
    return this;
  }

  async read(text: string): Promise<unknown> {
    const { rows } = await this.#client.query<{ data: string }>({
      text,
      name: createHash('sha1').update(text).digest('hex'),
    });
    return JSON.parse(rows[0]?.data ?? 'null');
  }

  /** The execution time and the planning time inside PostgreSQL in milliseconds: the median of several executions. */
  async explain(
    text: string,
    values: readonly string[],
  ): Promise<{ plan: string; execution: number; planning: number }> {
    const name = `compared${++this.#count}`;
    const types = values.map(() => 'uuid').join(', ');
    await this.#client.query(`prepare ${name}${types && `(${types})`} as ${text}`);
    const given = values.length > 0 ? `(${values.map((it) => `'${it}'`).join(', ')})` : '';
    const runs: { plan: string; execution: number; planning: number }[] = [];
    for (let run = 0; run < 15; run++) {
      const { rows } = await this.#client.query<{ 'QUERY PLAN': string }>(
        `explain (analyze, timing off) execute ${name}${given}`,
      );
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      const time = (what: string) => Number(new RegExp(`${what} Time: ([\\d.]+)`).exec(plan)?.[1]);
      runs.push({ plan, execution: time('Execution'), planning: time('Planning') });
    }
    runs.sort((a, b) => a.execution - b.execution);
    return runs[7] as (typeof runs)[number];
  }

  async close(): Promise<void> {
    await this.#client.end();
  }

  #count = 0;
}

/** The median time of `work` in milliseconds, over 50 runs after a warm-up. */
export async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = -8; run < 50; run++) {
    const start = performance.now();
    await work();
    if (run >= 0) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[25] as number;
}
