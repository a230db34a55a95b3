/** One instruction of a Dockerfile: its name, and its arguments on one line. */
export interface Instruction {
  readonly name: string;
  readonly text: string;
}

/** A program and its arguments. */
export type Command = readonly [string, ...string[]];

/** Parses a Dockerfile into its instructions, without comments and with continued lines joined. */
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

/** Parses `FROM`: the base image, and the name of the stage if it has one. */
export function parseFrom(text: string): { readonly base: string; readonly stage: string | undefined } {
  const [, base, stage] = match('FROM', text, /^([^\s$-]\S*)(?:\s+AS\s+(\S+))?$/i);
  return { base: String(base), stage };
}

/** Parses `COPY`: paths of the build context or, with `--from`, of another stage; the last word is the destination. */
export function parseCopy(text: string): {
  readonly from: string | undefined;
  readonly paths: readonly string[];
  readonly to: string;
} {
  const [, from, words] = match('COPY', text, /^(?:--from=(\S+)\s+)?([^-][^*?[\]"'$\\]*\s[^*?[\]"'$\\]+)$/);
  const paths = String(words).split(/\s+/);
  return { from, to: paths.pop() as string, paths };
}

/** Parses `ENV`: the variables that it sets. */
export function parseEnv(text: string): Record<string, string> {
  match('ENV', text, /^(?:\w+=[^\s"'$\\]*\s*)+$/);
  return Object.fromEntries(text.split(/\s+/).map((pair) => pair.split('=', 2)));
}

/** Parses a command in exec form. The shell form is refused, because the shell would receive the signals. */
export function parseCommand(name: string, text: string): Command {
  match(name, text, /^\[.+\]$/);
  return JSON.parse(text);
}

/** Parses `HEALTHCHECK`: its command, without the options. */
export function parseHealthcheck(text: string): Command {
  const [, command] = match('HEALTHCHECK', text, /^(?:--\S+\s+)*CMD\s+(.*)$/);
  return parseCommand('HEALTHCHECK', String(command));
}

/** Parses `.dockerignore`: plain paths only; each excludes itself and everything below it. */
export function parseIgnored(file: string): string[] {
  const paths = file.split('\n').filter((line) => line && !line.startsWith('#'));
  for (const path of paths) match('.dockerignore', path, /^[^/!*?[\]\s][^*?[\]\s]*$/);
  return paths;
}

/** @throws Error when the text has a form that Docker supports and this parser does not */
function match(name: string, text: string, pattern: RegExp): RegExpExecArray {
  const result = pattern.exec(text);
  if (!result) throw new Error(`${name} ${text}: test/kit/dockerfile.ts does not support this form yet`);
  return result;
}
