import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/*
 * Checks the imports between files of `src`, including `import type` and `import()`: no cycles, neither between files
 * nor between folders; only from the same tier or a lower one; another feature only by its `index.ts`.
 */

/** The tiers from bottom to top; each name is a folder, or a file directly in `src`. */
const tiers: readonly (readonly string[])[] = [
  ['calendar', 'i18n', 'start-error', 'with-timeout', 'in-worker', 'log', 'signals', 'progress', 'network'],
  ['database'],
  ['config', 'graphql', 'events', 'access', 'context', 'commands', 'jobs'],
  ['features'],
  ['auth'],
  ['http'],
  ['setup', 'background', 'hub', 'serve', 'main'],
];

/** The targets of each node. */
type Graph = ReadonlyMap<string, readonly string[]>;

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /(?<!\.d)\.ts$/.test(file));
const known = new Set(files);
const imported = new Map(files.map((file) => [file, importsOf(file)]));
const problems = [
  ...files.flatMap(wrongImports),
  ...cyclesIn(imported),
  // A folder with folders in it is not one part: its files stand for themselves.
  ...cyclesIn(grouped(imported, (file) => (hasFolders(dirname(file)) ? file : dirname(file)))),
];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);

function importsOf(file: string): string[] {
  const text = readFileSync(join('src', file), 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)\.js'/g)]
    .map(([, path]) => normalize(join(dirname(file), `${path}.ts`)).replaceAll('\\', '/'))
    .filter((it) => known.has(it));
}

function tierOf(file: string): number {
  const [top = ''] = file.split('/');
  const tier = tiers.findIndex((names) => names.includes(top.replace(/\.ts$/, '')));
  if (tier < 0) throw new Error(`src/${top} has no tier in scripts/imports.ts`);
  return tier;
}

/** The feature that a file belongs to, if any. */
function featureOf(file: string): string | undefined {
  return /^features\/([^/]+)\//.exec(file)?.[1];
}

function wrongImports(file: string): string[] {
  return (imported.get(file) ?? []).flatMap((target) => {
    if (tierOf(target) > tierOf(file))
      return [`src/${file} imports src/${target}, which is in a higher tier`];
    const [own, other] = [featureOf(file), featureOf(target)];
    const isInside = other !== undefined && target !== `features/${other}/index.ts`;
    if (own !== other && isInside)
      return [`src/${file} imports src/${target}: import the feature's index.ts instead`];
    return [];
  });
}

function hasFolders(folder: string): boolean {
  return folder === '.' || files.some((file) => dirname(dirname(file)) === folder);
}

/** The graph between groups of its nodes. */
function grouped(graph: Graph, groupOf: (node: string) => string): Graph {
  const groups = new Map<string, string[]>();
  for (const [node, targets] of graph) {
    const group = groupOf(node);
    const others = targets.map(groupOf).filter((target) => target !== group);
    groups.set(group, [...(groups.get(group) ?? []), ...others]);
  }
  return groups;
}

/** The cycles in a graph (Tarjan's strongly connected components). */
function cyclesIn(graph: Graph): string[] {
  const found: string[] = [];
  const place = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const visit = (node: string): void => {
    place.set(node, place.size);
    lowest.set(node, place.get(node) as number);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!place.has(next)) visit(next);
      if (stack.includes(next))
        lowest.set(node, Math.min(lowest.get(node) as number, lowest.get(next) as number));
    }
    if (lowest.get(node) !== place.get(node)) return;
    const cycle = stack.splice(stack.indexOf(node));
    if (cycle.length > 1) found.push(`import cycle: ${cycle.sort().join(', ')}`);
  };
  for (const node of graph.keys()) if (!place.has(node)) visit(node);
  return found;
}
