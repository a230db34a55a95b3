import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { enlargeTown } from '../../bench/town/enlarge.js';
import { loadTown } from '../../demo/town/load.js';
import { loadConfig } from '../../src/config/index.js';
import { migrate } from '../../src/database/migrate.js';
import { checkSecret } from '../../src/features/beneficiaries/index.js';
import { entities, features } from '../../src/features/index.js';
import { type Hub, startHub } from '../../src/hub.js';
import { timeline } from '../files/timeline-query.js';
import { inbox, manyPathways, openFile } from '../graphql/bare.js';
import { Client } from '../kit/client.js';
import { validInput } from '../kit/commands.js';
import { consumed } from '../kit/database.js';
import { embeddedServer, type ScratchServer } from '../kit/scratch-server.js';

/** A node of an executed plan, as `auto_explain` writes it. */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Filter?: string;
  readonly Plans?: readonly PlanNode[];
}

interface ExecutedPlan {
  readonly 'Query Text': string;
  readonly Plan: PlanNode;
}

/** The server can write the plan of every statement, also of those inside functions, to its log. */
const settings = {
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_nested_statements': 'on',
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_timing': 'off',
  'auto_explain.log_format': 'json',
  logging_collector: 'on',
  log_destination: 'jsonlog',
  log_rotation_size: '0',
  max_wal_size: '4GB',
};

/** Whether a filter reads rows into a hash table. The lots of a facilitator are read only for facilitators. */
const hashesRows = (filter = '') =>
  filter
    .replace(/= 'CLAUSE_FACILITATOR'::text\) AND \(ANY \(lot_id = \(hashed SubPlan/g, '')
    .includes('hashed SubPlan');

/** The demonstration town ten times: 20,400 persons. */
const copies = 10;

/** A table with more rows than this is large. The smallest partner that accompanies persons has more sharings. */
const large = 3000;

/**
 * The maximum number of rows of a large table that a node of a plan may read for one answer. A search that finds nobody
 * reads the keys with the same first three letters, of which there are 45,000 in all.
 */
const most = 1500;

const search = `query ($search: String!) { beneficiaries(first: 20, filter: { search: $search }) { nodes {
  id firstName lastName birthDate district referent { name } access { scope until } } pageInfo { hasNextPage } } }`;

const send = `mutation ($input: SendReferralInput!) { sendReferral(input: $input) {
  referral { id reference status } userErrors { code message path } } }`;

describe('the plans of a town with 20,000 persons', () => {
  let server: ScratchServer;
  let hub: Hub;
  let owner: pg.Client;
  let client: Client;
  let largeTables: Set<string>;
  let found: { person: string; service: string; receiver: string };

  beforeAll(async () => {
    server = await embeddedServer(settings);
    owner = new pg.Client({ connectionString: server.url });
    await owner.connect();
    const { secret } = loadConfig({});
    await migrate(server.url, entities);
    await checkSecret(server.url, secret);
    await loadTown(owner, secret);
    const consumers = features.flatMap((feature) => feature.consumers ?? []).map(({ name }) => name);
    await enlargeTown(owner, { copies, secret, consumers });
    const tables = await owner.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and reltuples > $1 and relnamespace = 'public'::regnamespace`,
      [large],
    );
    largeTables = new Set(tables.rows.map(({ name }) => name));
    expect([...largeTables]).toEqual(
      expect.arrayContaining(['beneficiary', 'name_key', 'sharing', 'pathway', 'step', 'referral', 'event']),
    );
    const { rows } = await owner.query<typeof found>(
      `select s.beneficiary_id as person, v.id as service, v.partner_id as receiver
       from member m join sharing s on s.partner_id = m.partner_id and access.in_force(s.ended_at, s.until)
       join pathway p on p.beneficiary_id = s.beneficiary_id
       join service v on v.partner_id <> m.partner_id and v.status = 'OPEN' and v.contact <> ''
       where m.email = 'conseil@csc.demo' and s.scope >= 'PATHWAY' order by s.id, v.id limit 1`,
    );
    found = rows[0] as typeof found;
    hub = await startHub(
      loadConfig({
        DATABASE_URL: server.url,
        PORT: '0',
        LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
        HUB_SECRET: secret,
        DATABASE_CONNECTIONS: '4',
      }),
      { gracePeriod: 0 },
    );
    client = await Client.signIn(hub.url, 'conseil@csc.demo');
    await settled();
    await owner.query("set auto_explain.log_min_duration = '-1'");
  });
  afterAll(async () => {
    await hub?.stop();
    await owner?.end();
    await server?.stop();
  });

  /** Waits until nothing runs in the background, such as the tasks at the start of a hub. */
  async function settled(): Promise<void> {
    const running = `select from pg_stat_activity
      where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`;
    for (let calm = 0; calm < 20; ) {
      await consumed(owner);
      calm = (await owner.query(running)).rowCount ? 0 : calm + 1;
      await owner.query('select pg_sleep(0.05)');
    }
  }

  /** Writes plans to the log from now on (`0`), or no longer (`-1`). */
  async function explain(from: '0' | '-1'): Promise<void> {
    await owner.query(`alter system set auto_explain.log_min_duration = '${from}'`);
    await owner.query('select pg_reload_conf(), pg_sleep(0.3)');
  }

  /** The executed plans of `work` and of the background work that follows from it. */
  async function plansOf(work: () => Promise<unknown>): Promise<ExecutedPlan[]> {
    const log = "pg_current_logfile('jsonlog')";
    const size = async () =>
      Number((await owner.query(`select size from pg_stat_file(${log})`)).rows[0].size);
    const from = await size();
    await explain('0');
    await work();
    await consumed(owner);
    await explain('-1');
    const { rows } = await owner.query<{ text: string }>(
      `select convert_from(pg_read_binary_file(${log}, $1, $2), 'UTF8') as text`,
      [from, (await size()) - from],
    );
    const entries = (rows[0]?.text ?? '')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { vxid: string; message: string })
      .flatMap(({ vxid, message }) => {
        const plan = /^duration: .* plan:\n(.*)$/s.exec(message)?.[1];
        return plan ? [{ vxid, plan: JSON.parse(plan) as ExecutedPlan }] : [];
      });
    // pg-boss maintains its queues, and the hub looks for releases that are due, in the background.
    const others = new Set(
      entries.filter(({ plan }) => /\bfacts\.|pgboss/.test(plan['Query Text'])).map(({ vxid }) => vxid),
    );
    return entries.filter(({ vxid }) => !others.has(vxid)).map(({ plan }) => plan);
  }

  function nodesOf(node: PlanNode): PlanNode[] {
    return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
  }

  /** What a plan does that takes longer in a larger town. */
  function growing({ Plan, 'Query Text': text }: ExecutedPlan, isCounted: (node: PlanNode) => boolean) {
    return nodesOf(Plan)
      .filter((node) => node['Actual Loops'] > 0)
      .flatMap((node) => {
        const table = node['Relation Name'] ?? '';
        const loops = node['Actual Loops'];
        const rows =
          loops *
          (node['Actual Rows'] +
            (node['Rows Removed by Filter'] ?? 0) +
            (node['Rows Removed by Index Recheck'] ?? 0));
        const isLarge = largeTables.has(table);
        return [
          hashesRows(node.Filter) ? `a hashed sub-plan: ${node.Filter}` : '',
          isLarge && node['Node Type'] === 'Seq Scan' ? `a sequential scan of ${table}` : '',
          isLarge && rows > most && !isCounted(node) ? `${rows} rows of ${table}` : '',
        ].filter(Boolean);
      })
      .map((what) => `${what}, in: ${text.slice(0, 200)}`);
  }

  const nothingCounted = () => false;
  const ofInbox = (node: PlanNode) =>
    node['Node Type'] === 'Index Only Scan' && node['Index Name'] === 'referral_inbox';

  it.each<[name: string, work: () => Promise<unknown>, isCounted?: (node: PlanNode) => boolean]>([
    ['a, open a file', () => client.data(openFile.query, { id: `beneficiary_${found.person}` })],
    ['the timeline of a person', () => client.data(timeline, { id: `beneficiary_${found.person}` })],
    ['b, an inbox of 50 with its count, by an index-only scan', () => client.data(inbox.query), ofInbox],
    ['c, 100 pathways with 3 steps', () => client.data(manyPathways.query)],
    ['d, a search of 20 by a frequent first name', () => client.data(search, { search: 'marie' })],
    ['d, a search of 20 by one letter', () => client.data(search, { search: 'm' })],
    ['d, a search of 20 by two words', () => client.data(search, { search: 'mar ber' })],
    ['d, a search that finds nobody', () => client.data(search, { search: 'marzq' })],
    ['f, send a referral', sendReferral],
  ])('%s: no sequential scan, no hashed sub-plan, few rows', async (_, work, isCounted = nothingCounted) => {
    // The first execution also fills caches of the hub.
    await work();
    const plans = await plansOf(work);
    expect(plans.length).toBeGreaterThan(0);
    expect(plans.flatMap((plan) => growing(plan, isCounted))).toEqual([]);
  });

  async function sendReferral(): Promise<void> {
    const input = validInput.sendReferral(`beneficiary_${found.person}`, {
      key: found.receiver,
      id: `partner_${found.receiver}`,
    } as never);
    const { sendReferral: payload } = await client.data(send, {
      input: {
        ...input,
        service: `service_${found.service}`,
        confirmDeclinedBefore: true,
        confirmAlreadyReferred: true,
      },
    });
    expect(payload.userErrors).toEqual([]);
  }
});
