import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/*
 * Functions with their triggers are in `functions/<schema>/<name>.sql`, views in `views/<name>.sql`. A file can be
 * applied again at any time (`create or replace`); it also sets the owner and the grants. It is applied when its text
 * has changed. So each definition has exactly one current text.
 */

/** A file that defines a function with its triggers, or a view. */
export interface Definition {
  /** The file's path in this folder, such as `functions/access/scope.sql`. */
  readonly name: string;
  readonly text: string;
  /** SHA-256 of the text, in hexadecimal. */
  readonly checksum: string;
}

type Execute = (sql: string) => Promise<unknown>;

/** All definitions, sorted by name. */
export const definitions: readonly Definition[] = ['functions', 'views'].flatMap((folder) => {
  const base = new URL(`./${folder}/`, import.meta.url);
  const files = readdirSync(base, { recursive: true, encoding: 'utf8' }).filter((it) => it.endsWith('.sql'));
  return files.sort().map((file) => {
    const path = file.replaceAll('\\', '/');
    const text = readFileSync(new URL(path, base), 'utf8');
    const checksum = createHash('sha256').update(text).digest('hex');
    return { name: `${folder}/${path}`, text, checksum };
  });
});

/**
 * The query of a view, for the entity that is mapped to it.
 * @param view the name of its file, such as `lot-month`
 */
export function queryOf(view: string): string {
  const { text } = definitions.find(({ name }) => name === `views/${view}.sql`) ?? {};
  const [, query] = /\bas\n(.*?);\n/s.exec(text ?? '') ?? [];
  if (!query) throw new Error(`no view is defined in views/${view}.sql`);
  return query;
}

/**
 * Applies definitions, each after those that its text refers to, and stores their checksums. Must be called in a transaction of the owner.
 * @param which with `what fits`, a definition is skipped when a table, type or function that it needs does not exist
 * yet: in a new database, the baseline runs before the migrations that add it
 */
export async function applyDefinitions(
  execute: Execute,
  wanted: readonly Definition[],
  which: 'all' | 'what fits' = 'all',
): Promise<void> {
  if (wanted.length === 0) return;
  // The new owner of a function needs CREATE on its schema; the right is revoked afterwards.
  const givers = giversOf(wanted);
  for (const { schema, role } of givers) await execute(`grant create on schema ${schema} to ${role}`);
  await execute('set local check_function_bodies = off');
  for (const definition of inOrder(wanted)) {
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

/** The definitions whose text differs from the last applied one. */
export function changedSince(applied: ReadonlyMap<string, string>): readonly Definition[] {
  return definitions.filter(({ name, checksum }) => applied.get(name) !== checksum);
}

function noted({ name, checksum }: Definition): string {
  return `insert into private.definition (name, checksum) values ('${name}', '${checksum}')
    on conflict (name) do update set checksum = excluded.checksum`;
}

/** Whether the error is an undefined table, column, function, type or schema. */
function isMissing(error: unknown): boolean {
  return ['42P01', '42703', '42883', '42704', '3F000'].includes((error as { code?: string }).code ?? '');
}

function withName(error: unknown, { name }: Definition): Error {
  return new Error(`${name} cannot be applied: ${(error as Error).message}`, { cause: error });
}

/** The pairs of schema and role for which a definition changes the owner of a function or view. */
function giversOf(wanted: readonly Definition[]): readonly { schema: string; role: string }[] {
  const found = wanted.flatMap(({ text }) =>
    [...text.matchAll(/^alter (?:function|view) (\w+)\.[^;]* owner to (\w+);$/gm)].map(
      ([, schema, role]) => `${schema} ${role}`,
    ),
  );
  return (
    [...new Set(found)]
      .map((it) => it.split(' ') as [string, string])
      // `hub_audit` creates the audit's partitions and keeps the right.
      .filter(([schema, role]) => !(schema === 'audit' && role === 'hub_audit'))
      .map(([schema, role]) => ({ schema, role }))
  );
}

/** Matches references to a definition in the text of another: `access.scope`, or a view's name. */
function calledBy({ name }: Definition): RegExp {
  const [, ...path] = name
    .replace(/\.sql$/, '')
    .replaceAll('-', '_')
    .split('/');
  return new RegExp(`\\b${path.join('\\.')}\\b`);
}

/** Sorts definitions so that each follows those that its text refers to. */
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
