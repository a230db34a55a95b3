import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadTown } from '../../demo/town/load.js';
import { loadConfig } from '../../src/config/index.js';
import { startHub } from '../../src/hub.js';
import { Client } from '../kit/client.js';
import { asOwner } from '../kit/database.js';
import { testHub } from '../kit/hub.js';
import { ProtocolRelay } from '../kit/protocol-relay.js';
import { statementsOf } from '../kit/statements.js';
import { BareServer, inbox, manyPathways, median, openFile } from './bare.js';

describe('the statements of a query, in the demonstration town', () => {
  const hub = testHub();
  let client: Client;
  let viewer: { member: string; partner: string };
  let person: string;

  beforeAll(async () => {
    await asOwner(hub.ownerUrl, (owner) => loadTown(owner, loadConfig({}).secret));
    await hub.owner('vacuum analyze');
    client = await Client.signIn(hub.url, 'conseil@csc.demo');
    const [found] = await hub.owner<{ member: string; partner: string; person: string }>(
      `select m.id as member, m.partner_id as partner, (
         select s.beneficiary_id from sharing s join pathway p using (beneficiary_id) join referral r on r.beneficiary_id = s.beneficiary_id
         where s.partner_id = m.partner_id and s.ended_at is null and (s.until is null or s.until > now()) and s.scope >= 'PATHWAY'
         group by 1 order by count(*) desc, 1 limit 1) as person
       from member m where m.email = 'conseil@csc.demo'`,
    );
    viewer = found as { member: string; partner: string };
    person = found?.person ?? '';
  });

  it.each([
    { name: 'a file with its pathways, steps, partners and referrals', read: openFile },
    { name: 'an inbox of 50 with persons, partners and count', read: inbox },
    { name: '100 pathways with their last 3 steps', read: manyPathways },
  ])('$name: one statement, with the same answer as a hand-written one', async ({ name, read }) => {
    const variables = read === openFile ? { id: `beneficiary_${person}` } : {};
    const send = () => client.data(read.query, variables);
    const texts = await statementsOf(send);
    expect(texts).toHaveLength(1);

    const bare = await new BareServer(hub.ownerUrl).open(viewer);
    try {
      const answer = await send();
      expect(answer).toEqual(await bare.read(read.sql(person)));
      expect(JSON.stringify(answer).length).toBeGreaterThan(2000);
      const times = {
        hub: await median(send),
        bare: await median(() => bare.read(read.sql(person))),
      };
      const values = read === openFile ? [person] : [];
      const inside = {
        engine: await bare.explain(texts[0] ?? '', values),
        bare: await bare.explain(read.sql(person), []),
      };
      console.log(
        `${name}: over HTTP ${times.hub.toFixed(1)} ms, bare statement ${times.bare.toFixed(1)} ms; ` +
          `inside PostgreSQL ${inside.engine.execution.toFixed(2)} ms, bare ${inside.bare.execution.toFixed(2)} ms ` +
          `(planning ${inside.engine.planning.toFixed(2)} and ${inside.bare.planning.toFixed(2)} ms)`,
      );
      if (process.env['PLANS']) console.log(`${texts[0]}\n${inside.engine.plan}\n\n${inside.bare.plan}`);
    } finally {
      await bare.close();
    }
  });

  it('n root fields result in n statements in one transaction, also on the wire', async () => {
    const query = `{ a: viewer { role } b: partners { nodes { slug } } c: referrals { totalCount } d: pathways(first: 2) { nodes { id steps { nodes { id } } } } }`;
    expect(await statementsOf(() => client.data(query))).toHaveLength(4);

    const { relay, url: relayUrl } = await ProtocolRelay.open(hub.ownerUrl);
    const other = await startHub(loadConfig({ DATABASE_URL: relayUrl, PORT: '0', LOG_LEVEL: 'silent' }));
    try {
      const there = await Client.signIn(other.url, 'conseil@csc.demo');
      for (let again = 0; again < 3; again++) {
        // Only one connection reads for the viewer. The feed and sign-in use other connections, or the same one before.
        const [sent, ...more] = (await relay.messagesDuring(() => there.data(query)))
          .map((them) => them.slice(them.findIndex((it) => it.includes('role hub_partner'))))
          .filter(([first]) => first?.includes('role hub_partner'));
        expect(more).toEqual([]);
        const [begin, ...then] = sent ?? [];
        expect(begin).toMatch(/^begin /);
        expect(then.slice(0, 5)).toHaveLength(5);
        expect(then.indexOf('commit')).toBe(4);
        expect(then.slice(0, 4).filter((it) => it !== 'execute' && !it.startsWith('select (select'))).toEqual(
          [],
        );
      }
    } finally {
      await other.stop();
      await relay.close();
    }
  });

  it('counts rows and reads columns only when they are selected', async () => {
    const [all = '', some = ''] = [
      ...(await statementsOf(() =>
        client.data('{ referrals { totalCount nodes { reference purpose } pageInfo { hasNextPage } } }'),
      )),
      ...(await statementsOf(() => client.data('{ referrals { nodes { reference } } }'))),
    ];
    expect(all).toMatch(/\(select count\(\*\) from "referral"/);
    expect(some).not.toContain('count(');
    expect(some).not.toContain('row_number');
    const columns = (text: string) =>
      [...new Set([...text.matchAll(/t\d+\."(\w+)"/g)].map(([, name]) => name))].sort();
    expect(all).not.toMatch(/t\d+\.\*|select \*/);
    // The key of the person is always read, for the audit.
    expect(columns(some)).toEqual(['beneficiary_id', 'created_at', 'id', 'reference', 'to_id']);
    expect(columns(all)).toEqual(['beneficiary_id', 'created_at', 'id', 'reference', 'to_id']);
    expect([all, some].map((text) => text.includes('referral_text'))).toEqual([true, false]);

    const skipped =
      'query ($deep: Boolean!) { pathways { nodes { objective steps @include(if: $deep) { nodes { title } } beneficiary @skip(if: true) { lastName } } } }';
    const [text = ''] = await statementsOf(() => client.data(skipped, { deep: false }));
    expect(text).not.toMatch(/"step"|"beneficiary"|last_name/);
    const [deep = ''] = await statementsOf(() => client.data(skipped, { deep: true }));
    expect(deep).toContain('"step"');
    const [only = ''] = await statementsOf(() =>
      client.data('{ beneficiaries(filter: { district: NORTH }) { totalCount } }'),
    );
    // Persons are counted from the sharings of the partner, by their keys.
    expect(columns(only)).toEqual(['district', 'id']);
  });

  it('never contains values of the client in their text', async () => {
    const search = `x' or 1=1 --`;
    const texts = await statementsOf(() =>
      client.data(
        'query ($search: String, $slug: String!) { beneficiaries(filter: { search: $search }) { nodes { id } } partner(slug: $slug) { id } o: partner(slug: "csc") { o: id } }',
        {
          search,
          slug: search,
        },
      ),
    );
    expect(texts).toHaveLength(3);
    expect(texts.join()).not.toMatch(/1=1|csc/);
  });
});
