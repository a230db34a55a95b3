import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadTown } from '../../../demo/town/load.js';
import { prepareCommittee } from '../../../demo/town/releases.js';
import { entryOf } from '../../../examples/partner-subgraph/src/distinct/index.js';
import { makeReleases, makingOptions } from '../../../src/features/committee/index.js';
import { Client, type Data } from '../../kit/client.js';
import { asOwner } from '../../kit/database.js';
import { hubSecret, testHub } from '../../kit/hub.js';
import { ExampleProcess } from '../example-process.js';

const slug = 'france-travail';
const quarter = { name: '2025-Q1', from: '2025-01-01', until: '2025-04-01' };

describe('the example of a partner’s system beside the demonstration town', () => {
  const hub = testHub();
  let folder: string;
  let example: ExampleProcess;
  let member: Client;

  const startExample = () =>
    ExampleProcess.start('https://graph.test', `${hub.url}/none`, {
      HUB_URL: hub.url,
      DATABASE: join(folder, 'store.sqlite'),
    });
  /** Makes the latest release that is due on a day, and asks the example for its figures. */
  const makeRelease = (until: string) =>
    makeReleases({
      ...makingOptions(hub.ownerUrl, {
        secret: hubSecret,
        partnerSystems: [{ prefix: 'ft', partner: slug, url: example.url }],
      }),
      ...{ until, atMost: 1 },
    });
  const counts = async (): Promise<Data[]> => {
    const coordinator = await Client.signIn(hub.url, 'coordination@ville.demo');
    const query = '{ distinctCounts(first: 10) { nodes { period outcome people } } }';
    return (await coordinator.data(query)).distinctCounts.nodes;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'example-'));
    await asOwner(hub.ownerUrl, (owner) => loadTown(owner, hubSecret));
    await prepareCommittee(hub.ownerUrl, hubSecret);
    example = await startExample();
    member = await Client.signIn(hub.url, 'comite@ville.demo');
    expect(await makeRelease('2025-05-01')).toEqual(['2025-05-01']);
  });
  afterAll(async () => {
    await example.stop();
    await rm(folder, { recursive: true });
  });

  it('counts the persons of both, each once', async () => {
    const inHub = await hub.owner<{ firstName: string; lastName: string; birthDate: string }>(
      `select b.first_name as "firstName", b.last_name as "lastName", b.birth_date::text as "birthDate"
      from beneficiary b where exists (select from pathway p where p.beneficiary_id = b.id
        and p.started_on < $2 and coalesce(p.closed_on, '9999-12-31') >= $1)`,
      [quarter.from, quarter.until],
    );
    const lines = (await readFile('examples/partner-subgraph/src/persons.csv', 'utf8')).trim().split('\n');
    const inExample = lines.slice(1).flatMap((line) => {
      const [lastName = '', firstName = '', birthDate = '', from = '', until = ''] = line.split(',');
      const isIn = from < quarter.until && (until === '' || until >= quarter.from);
      return isIn ? [{ lastName, firstName, birthDate }] : [];
    });
    const union = new Set([...inHub, ...inExample].map(entryOf)).size;
    const [{ outcome, people }] = (await counts()) as [Data];
    expect(outcome).toBe('COUNTED');
    // Five standard deviations of the noise of the level.
    expect(Math.abs(people - union)).toBeLessThan(70);
    expect(union).toBeLessThan(inHub.length + inExample.length);
    expect(union).toBeGreaterThan(inHub.length);
  });

  it('reports its figures, protected where they are made', async () => {
    const query = `query ($input: AnalysisInput!) { committee { analysis(input: $input) { rows { keys withPartners {
      value state partners { value state } } } } } }`;
    const ask = async (by: string[], release = '2025-05-01') => {
      const period = { from: quarter.from, until: quarter.until };
      const input = { subject: 'PATHWAYS', measures: ['DISTINCT_PEOPLE'], by, period, release };
      return (await member.data(query, { input })).committee.analysis.rows;
    };
    const [{ people }] = (await counts()) as [Data];
    const [whole] = await ask([]);
    expect(whole.withPartners).toEqual([
      { value: people, state: 'DEDUPLICATED', partners: [{ value: expect.any(Number), state: 'REPORTED' }] },
    ]);
    expect(whole.withPartners[0].partners[0].value % 5).toBe(0);
  });

  it('refuses a period that was counted, also after a restart', async () => {
    await example.stop();
    example = await startExample();
    await hub.owner('delete from committee_cell');
    await hub.owner('delete from committee_activity');
    await hub.owner("delete from committee_release where as_of = '2025-05-01'");
    await hub.owner('delete from distinct_count_set');
    await hub.owner('delete from distinct_count');
    await makeRelease('2025-05-01');
    expect(await counts()).toEqual([{ period: quarter.name, outcome: 'REPEATED', people: null }]);
  });
});
