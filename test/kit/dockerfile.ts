/** One instruction of a Dockerfile: its name, and the text behind it on one line. */
export interface Instruction {
  readonly name: string;
  readonly text: string;
}

/** A program and its arguments. */
export type Command = readonly [string, ...string[]];

/** The instructions of a Dockerfile in order, without comments and with continued lines joined. */
export function parse(file: string): Instruction[] {
  const lines = file
    .replace(/^\s*#.*\n?/gm, '')
    .replace(/\\\s*\n/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.map((line) => {
    const [, name = '', text = ''] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
    return { name, text };
  });
}

/** What `FROM` starts from, and the name of the stage if it has one. */
export function parseFrom(text: string): { readonly base: string; readonly stage: string | undefined } {
  const [, base, stage] = understood('FROM', text, /^([^\s$-]\S*)(?:\s+AS\s+(\S+))?$/i);
  return { base: String(base), stage };
}

/** What `COPY` copies: paths of the build context or, with `--from`, of another stage; the last word says where to. */
export function parseCopy(text: string): {
  readonly from: string | undefined;
  readonly paths: readonly string[];
  readonly to: string;
} {
  const [, from, words] = understood(
    'COPY',
    text,
    /^(?:--from=(\S+)\s+)?([^-][^*?[\]"'$\\]*\s[^*?[\]"'$\\]+)$/,
  );
  const paths = String(words).split(/\s+/);
  return { from, to: paths.pop() as string, paths };
}

/** The variables that `ENV` sets. */
export function parseEnv(text: string): Record<string, string> {
  understood('ENV', text, /^(?:\w+=[^\s"'$\\]*\s*)+$/);
  return Object.fromEntries(text.split(/\s+/).map((pair) => pair.split('=', 2)));
}

/** The program and its arguments. The shell form is refused: the shell would get the signals instead. */
export function parseCommand(name: string, text: string): Command {
  understood(name, text, /^\[.+\]$/);
  return JSON.parse(text);
}

/** The command of `HEALTHCHECK`, whatever its options. */
export function parseHealthcheck(text: string): Command {
  const [, command] = understood('HEALTHCHECK', text, /^(?:--\S+\s+)*CMD\s+(.*)$/);
  return parseCommand('HEALTHCHECK', String(command));
}

/** The paths in `.dockerignore`: plain ones, each standing for itself and for all below it. */
export function parseIgnored(file: string): string[] {
  const paths = file.split('\n').filter((line) => line && !line.startsWith('#'));
  for (const path of paths) understood('.dockerignore', path, /^[^/!*?[\]\s][^*?[\]\s]*$/);
  return paths;
}

/** @throws Error when a text is written in a way that is not carried out here, and would be in Docker */
function understood(name: string, text: string, form: RegExp): RegExpExecArray {
  const found = form.exec(text);
  if (!found) throw new Error(`${name} ${text}: test/kit/dockerfile.ts does not understand it yet`);
  return found;
}
