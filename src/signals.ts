/** How soon after a signal another is taken for the same one, in milliseconds: npm passes Ctrl-C on once more. */
const oneSignal = 500;

/**
 * Calls `stop` when the process is told to end: by SIGINT, by SIGTERM, or because the npm that runs it is gone.
 * A second signal does not wait for it.
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

/** The shell that npm runs a program in dies of a signal without passing it on. */
function whenOrphaned(stop: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 250).unref();
}

/**
 * Does some work and then stops what it needed, whether it succeeded, failed or was interrupted. A program that
 * is interrupted ends with exit code 1.
 * @param stop stops what was started, also when it is still starting; called once
 */
export async function stoppedAfter(work: () => Promise<void>, stop: () => Promise<void>): Promise<void> {
  let stopping: Promise<void> | undefined;
  const stopOnce = () => (stopping ??= stop());
  onStopSignal(async () => {
    await stopOnce().catch((error: unknown) => console.error('Not everything was stopped.', error));
    process.exit(1);
  });
  try {
    await work();
  } catch (error) {
    // What fails because it is being stopped is no news.
    if (!stopping) throw error;
  } finally {
    await stopOnce();
  }
}
