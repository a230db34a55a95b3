import { cases } from '../cases.js';
import type { Figure } from '../figures.js';
import type { Measured, Series } from '../measure.js';
import type { Results } from '../run.js';
import { ratio } from './tables.js';
import { targets } from './targets.js';

const rowHeight = 18;
const left = 210;
const plot = 400;
const width = left + plot + 70;
const colours = ['#2563a8', '#c2571a', '#3c7d44', '#7a4fa0'];

/** One bar: the median of a ratio, its span, and the target. */
interface Bar {
  readonly label: string;
  readonly figure: Figure;
  readonly target: number;
  readonly colour: string;
}

/** A chart of the throughput and of the server's CPU time, as ratios to the bare server, in SVG. */
export function chartOf({ series, names }: Results): string {
  const hubs = names.slice(0, -1);
  const throughput = panel(
    'Throughput, the bare server = 1 (more is better)',
    bars(
      series,
      hubs,
      ({ throughput }) => throughput,
      (it) => targets[it.key].throughput,
    ),
  );
  const cpu = panel(
    'CPU time of the server, the bare server = 1 (less is better)',
    bars(
      series,
      hubs,
      ({ serverCpu }) => serverCpu,
      (it) => targets[it.key].cpu,
    ),
  );
  const height = throughput.height + cpu.height + 30;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" font-family="sans-serif" font-size="12">`,
    '<title>The hub compared with the bare server</title>',
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    throughput.text,
    `<g transform="translate(0 ${throughput.height})">`,
    cpu.text,
    '</g>',
    `<text x="${left}" y="${height - 10}" fill="#555555">bar: median · thin line: least to greatest round · red mark: target</text>`,
    '</svg>\n',
  ].join('\n');
}

function bars(
  series: readonly Series[],
  hubs: readonly string[],
  of: (it: Measured) => number,
  target: (it: Series) => number,
): Bar[] {
  return series.flatMap((it) =>
    hubs.map((name, index) => ({
      label: `${it.key} ${cases[it.key].title}, ${it.connections}${hubs.length > 1 ? `, ${name}` : ''}`,
      figure: ratio(it, name, of),
      target: target(it),
      colour: colours[index % colours.length] ?? '#2563a8',
    })),
  );
}

function panel(title: string, all: readonly Bar[]): { text: string; height: number } {
  const most = Math.max(1, ...all.flatMap(({ figure, target }) => [figure.most, target])) * 1.02;
  const x = (value: number) => (left + (value / most) * plot).toFixed(1);
  const height = 40 + all.length * rowHeight + 12;
  const parts = all.map(({ label, figure, target, colour }, index) => {
    const y = 40 + index * rowHeight;
    const middle = y + rowHeight / 2;
    return [
      `<text x="${left - 8}" y="${middle + 4}" text-anchor="end" fill="#222222">${label}</text>`,
      `<rect x="${left}" y="${y + 3}" width="${(Number(x(figure.median)) - left).toFixed(1)}" height="${rowHeight - 6}" fill="${colour}"/>`,
      `<line x1="${x(figure.least)}" x2="${x(figure.most)}" y1="${middle}" y2="${middle}" stroke="#222222"/>`,
      `<line x1="${x(target)}" x2="${x(target)}" y1="${y + 1}" y2="${y + rowHeight - 1}" stroke="#c01c28" stroke-width="2"/>`,
      `<text x="${Number(x(Math.max(figure.most, target))) + 6}" y="${middle + 4}" fill="#222222">${figure.median.toFixed(2)}</text>`,
    ].join('\n');
  });
  const one = `<line x1="${x(1)}" x2="${x(1)}" y1="34" y2="${height - 10}" stroke="#999999" stroke-dasharray="3 3"/>`;
  return {
    text: [`<text x="8" y="22" font-weight="bold" fill="#222222">${title}</text>`, one, ...parts].join('\n'),
    height,
  };
}
