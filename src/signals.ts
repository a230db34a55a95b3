/** A second signal within this time counts as the same one, in milliseconds: npm forwards Ctrl-C a second time. */
const oneSignal = 500;

/**
 * Calls `stop` on SIGINT, on SIGTERM, or when the npm process that runs this one has ended. A second signal ends the
 * process at once, with exit code 1.
 * @param stop must end the process
 */
export function onStopSignal(stop: () => Promise<void>): void {
  let stopping: number | undefined;
  const onSignal = () => {
    if (stopping === undefined) {
      stopping = performance.now();
      void stop();
    } else if (performance.now() - stopping > oneSignal) process.exit(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal);
  if (process.env['npm_lifecycle_event']) whenOrphaned(onSignal);
}

/** Needed because the shell in which npm runs a program ends on a signal without forwarding it. */
function whenOrphaned(stop: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 250).unref();
}

/**
 * Runs the work and then calls `stop`, whether the work succeeded, failed or was interrupted. An interrupted program
 * ends with exit code 1.
 * @param stop stops everything that the work started, also while it is starting; called once
 */
export async function stoppedAfter(work: () => Promise<void>, stop: () => Promise<void>): Promise<void> {
  let stopping: Promise<void> | undefined;
  const stopOnce = () => (stopping ??= stop());
  onStopSignal(async () => {
    await stopOnce().catch((error: unknown) => console.error('Not everything was stopped:', error));
    process.exit(1);
  });
  try {
    await work();
  } catch (error) {
    // Ignores failures that stopping causes.
    if (!stopping) throw error;
  } finally {
    await stopOnce();
  }
}
