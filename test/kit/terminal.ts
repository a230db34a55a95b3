import { type Ended, run } from './run.js';
import { until } from './until.js';

/** A program on a pseudo-terminal, as an interactive user runs it. */
export interface Terminal {
  /** Waits until the text appears after the text of the previous call, then types the keys. */
  type(shown: string, keys: string): Promise<void>;
  /** Exit code and output; `stdout` has all text that was on the screen. */
  readonly ended: Promise<Ended>;
}

/** Runs a command of the hub on a pseudo-terminal created by `script` (util-linux). */
export function onTerminal(env: Record<string, string>, command: string): Terminal {
  const options = ['--quiet', '--return', '--command', `"${process.execPath}" ${command}`];
  const { child, ended, said } = run({ TERM: 'xterm', ...env }, ['script', ...options, '/dev/null']);
  let isOver = false;
  let seen = 0;
  const over = () => {
    isOver = true;
  };
  ended.then(over, over);
  return {
    type: async (shown, keys) => {
      seen = await until(() => {
        const at = said().indexOf(shown, seen);
        if (at >= 0) return at + shown.length;
        if (isOver) throw new Error(`the command ended without showing “${shown}”: ${said()}`);
        return undefined;
      });
      child.stdin?.write(keys);
    },
    ended,
  };
}
