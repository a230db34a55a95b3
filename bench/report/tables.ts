import { cases } from '../cases.js';
import { type Figure, figureOf, ratioOf } from '../figures.js';
import type { Measured, Series } from '../measure.js';
import type { Results, Size } from '../run.js';
import { table } from './table.js';
import { targetGrowth, targets } from './targets.js';

type Value = (it: Measured) => number;

/** The report's tables, in Markdown. */
export function tablesOf(results: Results): string {
  const parts = [sizeOf(results), ratioTable(results), latencyTable(results), growthTable(results)];
  return parts.filter(Boolean).join('\n\n');
}

function sizeOf({ sizes, machine, series, names }: Results): string {
  const rows = sizes.at(-1)?.rows;
  const rounds = series[0]?.rounds.get(names[0] ?? '')?.length ?? 0;
  const count = (value = 0) => value.toLocaleString('en');
  return `${count(rows?.beneficiary)} persons, ${count(rows?.pathway)} pathways, ${count(rows?.step)} steps, ${count(rows?.referral)} referrals, ${count(rows?.event)} events. ${machine}; servers, database and bench on one machine. Medians of ${rounds} rounds; in parentheses the least and the greatest ratio of a round.`;
}

/** One line for each case, number of connections and hub: all figures as ratios to the bare server. */
function ratioTable({ series, names }: Results): string {
  const header = [
    'Case',
    'Server',
    'Connections',
    'Throughput',
    'Target',
    'CPU of the server',
    'Target',
    'CPU of PostgreSQL',
    'Memory',
  ];
  const lines = series.flatMap((it) =>
    names
      .slice(0, -1)
      .map((name) => [
        titleOf(it),
        name,
        String(it.connections),
        withSpan(ratio(it, name, ({ throughput }) => throughput)) + failures(it, name),
        `≥ ${targets[it.key].throughput.toFixed(2)}`,
        withSpan(ratio(it, name, ({ serverCpu }) => serverCpu)),
        `≤ ${targets[it.key].cpu.toFixed(1)}`,
        withSpan(ratio(it, name, ({ databaseCpu }) => databaseCpu)),
        `${median(it, name, ({ memory }) => memory).toFixed(0)} MB (${times(ratio(it, name, ({ memory }) => memory).median)})`,
      ]),
  );
  return `### Ratios to the bare server\n\n${table(header, lines)}`;
}

/** One line for each case, number of connections and server. */
function latencyTable({ series, names }: Results): string {
  const header = ['Case', 'Server', 'Connections', 'p50', 'p99'];
  const lines = series.flatMap((it) =>
    names.map((name, index) => {
      const shown = (of: Value) => {
        const own = `${median(it, name, of).toFixed(1)} ms`;
        return index === names.length - 1 ? own : `${own}, ${times(ratio(it, name, of).median)}`;
      };
      return [titleOf(it), name, String(it.connections), shown(({ p50 }) => p50), shown(({ p99 }) => p99)];
    }),
  );
  return `### Latency\n\n${table(header, lines)}`;
}

/** One line for each case and server: how time grows with the town, with one connection. */
function growthTable({ sizes, names }: Results): string {
  const [first, ...larger] = sizes;
  if (!first || larger.length === 0) return '';
  const header = ['Case', 'Server', ...larger.flatMap((size) => [`p50, ${persons(size)}`, 'PostgreSQL'])];
  const lines = first.growth.flatMap((least) =>
    names.map((name) => [
      titleOf(least),
      name,
      ...larger.flatMap(({ growth }) => {
        const most = growth.find(({ key }) => key === least.key);
        const grown = (of: Value) =>
          times(most ? median(most, name, of) / median(least, name, of) : Number.NaN);
        return [grown(({ p50 }) => p50), grown(({ databaseCpu }) => databaseCpu)];
      }),
    ]),
  );
  return `### Growth\n\nWith one connection, as multiples of the same figure at ${persons(first)}; the target is ≤ ${targetGrowth} ×. “PostgreSQL” is its CPU time for a request.\n\n${table(header, lines)}`;
}

const persons = ({ rows }: Size) => `${rows.beneficiary.toLocaleString('en')} persons`;

const titleOf = ({ key }: Series) => `${key} ${cases[key].title}`;

function median({ rounds }: Series, name: string, of: Value): number {
  return figureOf((rounds.get(name) ?? []).map(of)).median;
}

/** The main ratios of a series in one line, while the bench runs. */
export function briefly(series: Series): string {
  const names = [...series.rounds.keys()].slice(0, -1);
  const ratios = names.map((name) => {
    const throughput = ratio(series, name, (it) => it.throughput).median.toFixed(2);
    return `${name} ${throughput} of the throughput, ${times(ratio(series, name, (it) => it.serverCpu).median)} the CPU`;
  });
  return ratios.join('; ');
}

/** The ratio to the bare server, which is the last one, round by round. */
export function ratio({ rounds }: Series, name: string, of: Value): Figure {
  const bare = [...rounds.values()].at(-1) ?? [];
  return ratioOf((rounds.get(name) ?? []).map(of), bare.map(of));
}

function failures({ rounds }: Series, name: string): string {
  const shares = (rounds.get(name) ?? []).map(({ failed }) => failed);
  const share = shares.reduce((sum, it) => sum + it, 0) / shares.length;
  return share > 0 ? `, ${(share * 100).toFixed(1)} % failed` : '';
}

const times = (value: number) => `${value.toFixed(1)} ×`;

function withSpan({ median: middle, least, most }: Figure): string {
  return `${middle.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`;
}
