/**
 * The text of migrations/index.ts with one more migration, in the repository's format: imports sorted by path, one
 * migration per line.
 * @throws Error when the text is not in that format
 */
export function withMigration(index: string, name: string, className: string): string {
  const [, imports, before, list] = /^((?:import [^\n]+\n)+)([\s\S]*= \[)([\s\S]*)\];\n$/.exec(index) ?? [];
  if (!imports || !before || list === undefined) {
    throw new Error('migrations/index.ts does not have the expected format');
  }
  const pathOf = (line: string) => / from '([^']+)'/.exec(line)?.[1] ?? '';
  const sorted = [...imports.trimEnd().split('\n'), `import { ${className} } from './${name}.js';`].sort(
    (a, b) => (pathOf(a) < pathOf(b) ? -1 : 1),
  );
  const entries = [...list.matchAll(/\{[^}]+\}/g)].map(([entry]) => entry);
  const lines = [...entries, `{ name: '${name}', class: ${className} }`].map((entry) => `  ${entry},\n`);
  return `${sorted.join('\n')}\n${before}\n${lines.join('')}];\n`;
}
