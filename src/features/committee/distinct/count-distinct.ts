import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Period } from '../lattice/period.js';
import { type Sign, signer } from '../partner-systems/hub-tokens.js';
import { Refused, reasonOf } from '../partner-systems/post.js';
import type { AskedSystem, Report } from '../partner-systems/system.js';
import type { ProtectionLevel } from '../protection/level.js';
import { noise, noiseKey } from '../protection/noise.js';
import { protections } from '../protection/protections.js';
import type { DistinctCountOutcome } from './distinct-count.js';
import { ownParty } from './own-party.js';
import { PartnerParty } from './partner-party.js';
import { unionSize } from './ring.js';
import { type EarlierRun, fewest, isRepeated, isTooSimilar, keptDigests, most } from './rules.js';
import { earlierRuns, keepDigests, logEnd, logStart } from './run-log.js';

/** What a count of distinct persons needs. */
export interface Counting {
  readonly period: Pick<Period, 'name' | 'from' | 'until'>;
  readonly systems: readonly AskedSystem[];
  readonly level: ProtectionLevel;
  readonly secret: string;
  readonly report: Report;
}

/** The most time of a run, in milliseconds. */
const runTime = 600_000;

/**
 * Counts the persons whom the hub and the systems of partners accompanied in a period, each once, and logs it. No side
 * learns whom another one accompanied. Partners with which the period was counted before are left out, and so are those
 * that refuse. Runs in a worker thread, as `hub_system`.
 */
export async function countDistinct(client: pg.Client, counting: Counting): Promise<void> {
  const { period, secret, level } = counting;
  const candidates = await candidatesOf(client, counting);
  if (candidates.length === 0) return;
  const run = randomUUID();
  const all = candidates.map(({ system }) => system);
  await logStart(client, run, period.name, idsOf(all));
  const persons = await personsIn(client, period);
  if (persons.length < fewest) return logEnd(client, run, idsOf(all), 'TOO_FEW');
  if (persons.length > most) return logEnd(client, run, idsOf(all), 'TOO_MANY');
  const digests = keptDigests(persons, secret);
  const { threshold } = protections[level];
  const similar = candidates
    .filter(({ earlier }) => isTooSimilar(digests, period.name, earlier, threshold))
    .map(({ system }) => system);
  await logEnd(client, run, idsOf(similar), 'TOO_SIMILAR');
  const systems = all.filter((system) => !similar.includes(system));
  if (systems.length === 0) return;
  await runWith(client, counting, { run, persons, digests, systems, sign: await signer(secret) });
}

/** The systems with which the period may be counted, each with its earlier runs. */
async function candidatesOf(
  client: pg.Client,
  { systems, period }: Counting,
): Promise<{ system: AskedSystem; earlier: EarlierRun[] }[]> {
  const candidates: { system: AskedSystem; earlier: EarlierRun[] }[] = [];
  for (const system of systems) {
    const earlier = await earlierRuns(client, system.id);
    if (!isRepeated(period.name, earlier)) candidates.push({ system, earlier });
  }
  return candidates;
}

/** A run that all rules of the hub allow. */
interface Run {
  readonly run: string;
  readonly persons: readonly Buffer[];
  readonly digests: Buffer;
  readonly systems: readonly AskedSystem[];
  readonly sign: Sign;
}

async function runWith(client: pg.Client, counting: Counting, it: Run): Promise<void> {
  const abort = new AbortController();
  const signal = AbortSignal.any([abort.signal, AbortSignal.timeout(runTime)]);
  const parties = await started(client, counting, it, signal);
  if (parties.length === 0) return;
  const ids = idsOf(parties.map(({ system }) => system));
  await keepDigests(client, it.run, ids, it.digests);
  let size: number;
  try {
    size = await unionSize([ownParty(it.persons, signal), ...parties], fewest);
  } catch (error) {
    abort.abort();
    for (const { system } of parties) tellOf(error, system, counting);
    await endAt(parties, 'ABORTED');
    return logEnd(client, it.run, ids, 'ABORTED');
  }
  await logEnd(client, it.run, ids, 'COUNTED', noisy(size, counting, ids));
  await endAt(parties, 'COUNTED');
}

async function endAt(parties: readonly PartnerParty[], outcome: 'COUNTED' | 'ABORTED'): Promise<void> {
  await Promise.all(parties.map((party) => party.end(outcome)));
}

function tellOf(error: unknown, { slug }: AskedSystem, { period, report }: Counting): void {
  report({ partner: slug, problem: `persons of ${period.name} are not counted`, reason: reasonOf(error) });
}

/** Starts the run at each partner, and returns those that take part. */
async function started(
  client: pg.Client,
  counting: Counting,
  { run, systems, sign }: Run,
  signal: AbortSignal,
): Promise<PartnerParty[]> {
  const parties = systems.map((system) => new PartnerParty(system, run, sign, signal));
  const results = await Promise.allSettled(
    parties.map((party) => party.start(counting.period.name, systems.length + 1)),
  );
  const accepted: PartnerParty[] = [];
  for (const [index, result] of results.entries()) {
    const party = parties[index] as PartnerParty;
    if (result.status === 'fulfilled') accepted.push(party);
    else {
      // It may still start what it did not confirm in time.
      if (!(result.reason instanceof Refused)) await party.end('ABORTED');
      const outcome = outcomeOf(result.reason);
      if (outcome === 'ABORTED') tellOf(result.reason, party.system, counting);
      await logEnd(client, run, [party.system.id], outcome);
    }
  }
  return accepted;
}

const refusals: readonly DistinctCountOutcome[] = ['TOO_FEW', 'TOO_MANY', 'TOO_SIMILAR', 'REPEATED'];

function outcomeOf(error: unknown): DistinctCountOutcome {
  const code = error instanceof Refused ? error.code : '';
  return refusals.find((it) => it === code) ?? 'ABORTED';
}

/** The size as it is kept and shown: with the noise of its place, as every drawn figure. */
function noisy(size: number, { period, level, secret }: Counting, partners: readonly string[]): number {
  const place = ['PATHWAYS', 'DISTINCT_UNION', period.name, ...partners.toSorted()];
  return Math.round(size + noise(noiseKey(secret), place, protections[level].sigma));
}

async function personsIn(client: pg.Client, { from, until }: Counting['period']): Promise<Buffer[]> {
  const { rows } = await client.query<{ digest: Buffer }>(
    'select digest from facts.person_digests($1, $2) digest',
    [from, until],
  );
  return rows.map(({ digest }) => digest);
}

function idsOf(systems: readonly AskedSystem[]): string[] {
  return systems.map(({ id }) => id);
}
