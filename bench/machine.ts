import { readdir, readFile } from 'node:fs/promises';

/** Ticks of `/proc/<pid>/stat` in a second; the same on every Linux that Node supports. */
const ticks = 100;

/** CPU time of a process and of its ended children, in milliseconds. */
interface Times {
  readonly parent: number;
  readonly own: number;
  readonly ofEndedChildren: number;
}

/** CPU time of processes since their start, in milliseconds. Linux only. */
export async function cpuOf(pids: readonly number[]): Promise<number> {
  const times = await Promise.all(pids.map(timesOf));
  return times.reduce((sum, it) => sum + (it?.own ?? 0), 0);
}

/** CPU time of a process, of its children and of the children that have ended, in milliseconds. */
export async function cpuOfTree(pid: number): Promise<number> {
  const all = (await readdir('/proc')).filter((it) => /^\d+$/.test(it)).map(Number);
  const times = await Promise.all(all.map(timesOf));
  const children = times.filter((it) => it?.parent === pid).reduce((sum, it) => sum + (it?.own ?? 0), 0);
  const root = await timesOf(pid);
  return children + (root ? root.own + root.ofEndedChildren : 0);
}

/** Resident memory of processes, in megabytes. */
export async function memoryOf(pids: readonly number[]): Promise<number> {
  const sizes = await Promise.all(
    pids.map(async (pid) => {
      const status = await readFile(`/proc/${pid}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
    }),
  );
  return sizes.reduce((sum, it) => sum + it, 0);
}

/** The process that started a process. */
export async function parentOf(pid: number): Promise<number> {
  const times = await timesOf(pid);
  if (!times) throw new Error(`there is no process ${pid} on this machine`);
  return times.parent;
}

async function timesOf(pid: number): Promise<Times | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (!stat) return undefined;
  // The name of the program, in parentheses, may contain spaces.
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [, parent = 0] = fields;
  const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11);
  const scale = 1000 / ticks;
  return {
    parent,
    own: (user + system) * scale,
    ofEndedChildren: (childUser + childSystem) * scale,
  };
}
