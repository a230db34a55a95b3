import { type ProgramResult, run } from './run.js';
import { until } from './until.js';

/** A program on a pseudo-terminal, as an interactive user runs it. */
export interface Terminal {
  /** Waits until the prompt appears after the previous one, then types the keys. */
  type(prompt: string, keys: string): Promise<void>;
  /** Exit code and output; `stdout` has all text that was on the screen. */
  readonly ended: Promise<ProgramResult>;
}

/** Runs a command of the hub on a pseudo-terminal created by `script` (util-linux). */
export function runOnTerminal(env: Record<string, string>, command: string): Terminal {
  const options = ['--quiet', '--return', '--command', `"${process.execPath}" ${command}`];
  const { child, ended, output } = run({ TERM: 'xterm', ...env }, ['script', ...options, '/dev/null']);
  let hasEnded = false;
  let searchFrom = 0;
  const markEnded = () => {
    hasEnded = true;
  };
  ended.then(markEnded, markEnded);
  return {
    type: async (prompt, keys) => {
      searchFrom = await until(() => {
        const at = output().indexOf(prompt, searchFrom);
        if (at >= 0) return at + prompt.length;
        if (hasEnded) throw new Error(`the command ended without showing “${prompt}”: ${output()}`);
        return undefined;
      });
      child.stdin?.write(keys);
    },
    ended,
  };
}
