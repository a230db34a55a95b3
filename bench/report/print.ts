import { figureOf, ratioOf } from '../figures.js';
import type { Measured, Series } from '../measure.js';

/** Prints each contender's figures as ratios to the last one, the bare server. */
export function printSeries(all: readonly Series[]): void {
  for (const { key, connections, rounds } of all) {
    const names = [...rounds.keys()];
    const base = rounds.get(names.at(-1) ?? '') ?? [];
    for (const name of names.slice(0, -1)) {
      const own = rounds.get(name) ?? [];
      const ratio = (of: (it: Measured) => number) => {
        const { median, least, most } = ratioOf(own.map(of), base.map(of));
        return `${median.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`;
      };
      console.log(
        `${key} ${connections} ${name}: throughput ${ratio((it) => it.throughput)}, server CPU ${ratio((it) => it.serverCpu)}, ` +
          `PostgreSQL CPU ${ratio((it) => it.databaseCpu)}, p50 ${ratio((it) => it.p50)}, p99 ${ratio((it) => it.p99)}, ` +
          `memory ${figureOf(own.map((it) => it.memory)).median.toFixed(0)} MB`,
      );
    }
  }
}
