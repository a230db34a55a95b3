import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/*
 * Functions, their triggers and views stand in `functions/<schema>/<name>.sql` and `views/<name>.sql`. A file can be
 * applied again at any time (`create or replace`), with its owner and its rights; it is applied when its text has
 * changed. So the current text of each exists once.
 */

/** A file with a function and its triggers, or with a view. */
export interface Definition {
  /** The file's path in this folder, such as `functions/access/scope.sql`. */
  readonly name: string;
  readonly text: string;
  /** SHA-256 of the text, in hexadecimal. */
  readonly checksum: string;
}

type Execute = (sql: string) => Promise<unknown>;

/** All definitions. One that names others comes after them. */
export const definitions: readonly Definition[] = inOrder(
  ['functions', 'views'].flatMap((folder) => {
    const base = new URL(`./${folder}/`, import.meta.url);
    const files = readdirSync(base, { recursive: true, encoding: 'utf8' }).filter((it) =>
      it.endsWith('.sql'),
    );
    return files.sort().map((file) => {
      const path = file.replaceAll('\\', '/');
      const text = readFileSync(new URL(path, base), 'utf8');
      const checksum = createHash('sha256').update(text).digest('hex');
      return { name: `${folder}/${path}`, text, checksum };
    });
  }),
);

/**
 * Applies definitions and notes that they are. To be called in a transaction of the owner.
 * @param which with `what fits`, a definition is left for later when a table, type or function that it needs is not
 * there yet: the baseline of a new database comes before the migrations that add it
 */
export async function applyDefinitions(
  execute: Execute,
  wanted: readonly Definition[],
  which: 'all' | 'what fits' = 'all',
): Promise<void> {
  if (wanted.length === 0) return;
  // A function is given to a role that may create in its schema; no role keeps that right.
  const givers = giversOf(wanted);
  for (const { schema, role } of givers) await execute(`grant create on schema ${schema} to ${role}`);
  await execute('set local check_function_bodies = off');
  for (const definition of wanted) {
    await execute('savepoint definition');
    try {
      await execute(definition.text);
      await execute(noted(definition));
    } catch (error) {
      if (which === 'all' || !isMissing(error)) throw withName(error, definition);
      await execute('rollback to savepoint definition');
    }
    await execute('release savepoint definition');
  }
  for (const { schema, role } of givers) await execute(`revoke create on schema ${schema} from ${role}`);
}

/** The definitions whose text is not the one that was applied last. */
export function changedSince(applied: ReadonlyMap<string, string>): readonly Definition[] {
  return definitions.filter(({ name, checksum }) => applied.get(name) !== checksum);
}

function noted({ name, checksum }: Definition): string {
  return `insert into private.definition (name, checksum) values ('${name}', '${checksum}')
    on conflict (name) do update set checksum = excluded.checksum`;
}

/** Undefined tables, columns, functions, types and schemas. */
function isMissing(error: unknown): boolean {
  return ['42P01', '42703', '42883', '42704', '3F000'].includes((error as { code?: string }).code ?? '');
}

function withName(error: unknown, { name }: Definition): Error {
  return new Error(`${name} cannot be applied: ${(error as Error).message}`, { cause: error });
}

/** Which role is given a function or view of which schema. */
function giversOf(wanted: readonly Definition[]): readonly { schema: string; role: string }[] {
  const found = wanted.flatMap(({ text }) =>
    [...text.matchAll(/^alter (?:function|view) (\w+)\.[^;]* owner to (\w+);$/gm)].map(
      ([, schema, role]) => `${schema} ${role}`,
    ),
  );
  return (
    [...new Set(found)]
      .map((it) => it.split(' ') as [string, string])
      // The audit makes its partitions itself, and keeps the right for it.
      .filter(([schema, role]) => !(schema === 'audit' && role === 'hub_audit'))
      .map(([schema, role]) => ({ schema, role }))
  );
}

/** What a definition is called in the texts of others: `access.scope`, or a view's name. */
function calledBy({ name }: Definition): RegExp {
  const [, ...path] = name
    .replace(/\.sql$/, '')
    .replaceAll('-', '_')
    .split('/');
  return new RegExp(`\\b${path.join('\\.')}\\b`);
}

function inOrder(all: readonly Definition[]): Definition[] {
  const placed = new Set<Definition>();
  const names = new Map(all.map((it) => [it, calledBy(it)]));
  const place = (definition: Definition, under: ReadonlySet<Definition>) => {
    if (placed.has(definition) || under.has(definition)) return;
    const path = new Set([...under, definition]);
    const needed = all.filter((it) => it !== definition && (names.get(it) as RegExp).test(definition.text));
    for (const it of needed) place(it, path);
    placed.add(definition);
  };
  for (const definition of all) place(definition, new Set());
  return [...placed];
}
